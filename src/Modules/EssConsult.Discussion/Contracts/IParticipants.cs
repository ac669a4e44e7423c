namespace EssConsult.Discussion.Contracts;

/// <summary>Who takes part in discussions.</summary>
public interface IParticipants
{
    /// <summary>Ids of those whose comment can be read on one of these items, or who support one; to be joined to the caller's own query.</summary>
    IQueryable<string> On(IQueryable<string> contentItemIds);
}
