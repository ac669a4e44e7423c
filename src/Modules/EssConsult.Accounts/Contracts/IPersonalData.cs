namespace EssConsult.Accounts.Contracts;

/// <summary>What a module holds about a person. Every module that stores a person's id registers one.</summary>
public interface IPersonalData
{
    /// <summary>Name of the file in the export, without extension: <c>contributions</c>.</summary>
    string Name { get; }

    /// <summary>Everything about the person, serialisable to JSON; null when there is nothing.</summary>
    Task<object?> ExportAsync(string personId, CancellationToken ct);

    /// <summary>Erases inside the caller's write transaction (<c>ExecuteDelete</c> is allowed); it must not commit.</summary>
    /// <param name="keepTextsWithoutName">Published texts stay: their author's id then leads to nobody.</param>
    Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct);
}
