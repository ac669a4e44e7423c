namespace EssConsult.Workflows.Contracts;

/// <summary>Who speaks for the organisation in whose name a content was signed. Registered as a scoped service by the module that knows.</summary>
public interface IOrganisations
{
    /// <returns>Ids of people; empty where the content is nobody's but its author's.</returns>
    Task<IReadOnlyList<string>> SpeakersOfAsync(string contentItemId, CancellationToken ct);
}
