namespace EssConsult.Workflows.Contracts;

/// <summary>What a module's records are called, where runs are about them.</summary>
public interface ISubjectNames
{
    /// <summary>Names by id, as far as the present person may see them; ids that are not this module's are missing.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}
