namespace EssConsult.Discussion.Contracts;

/// <summary>Tells the people who follow an item what became of it: in their news, and in one mail a day at most.</summary>
public interface INews
{
    /// <summary>Stages the news; the caller saves (an <c>IHandle</c> may call it).</summary>
    /// <param name="contentItemId">The item; readers are led to its page.</param>
    /// <param name="sentence">French, {0} for the item's title; a key of the caller's translations.</param>
    /// <param name="byId">Who caused it, and is not told.</param>
    void Tell(string contentItemId, string sentence, string? byId = null);
}
