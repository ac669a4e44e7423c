using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace EssConsult.Queries.Stored;

/// <summary>What the form of a query holds.</summary>
public sealed record SaveQuery
{
    [Required(ErrorMessage = "Donnez un nom à la requête.")]
    [RegularExpression(@"[A-Za-z][A-Za-z0-9_\-]{0,99}", ErrorMessage = "Un nom de requête commence par une lettre et n’a que des lettres sans accent, des chiffres et des tirets.")]
    public string Name { get; init; } = string.Empty;

    public string Source { get; init; } = QuerySource.Sql;

    [Required(ErrorMessage = "Écrivez la requête.")]
    [MaxLength(50_000)]
    public string Template { get; init; } = string.Empty;

    public string? Index { get; init; }

    public bool ReturnsItems { get; init; }

    internal StoredQuery ToQuery(string name) => new(name, QuerySource.Find(Source) ?? QuerySource.Sql, Template.ReplaceLineEndings("\n"), Source == QuerySource.Lucene && !string.IsNullOrEmpty(Index) ? Index : null, ReturnsItems);

    internal static SaveQuery Of(StoredQuery query) => new() { Name = query.Name, Source = query.Source, Template = query.Template, Index = query.Index, ReturnsItems = query.ReturnsItems };
}

internal sealed class SaveQueryHandler(SiteDb db, QueryCheck check, TimeProvider clock)
{
    /// <param name="name">The stored query's; null for a new one.</param>
    /// <exception cref="RuleException">The name is taken, or the query cannot be read.</exception>
    public async Task SaveAsync(string? name, SaveQuery command, string actorId, CancellationToken ct)
    {
        var query = command.ToQuery(name ?? command.Name);
        if (await check.FindErrorAsync(query) is { } error)
        {
            throw new RuleException(error.Code, error.Message, error.Values) { Field = "Query.Template" };
        }

        var row = await db.Set<QueryRow>().FirstOrDefaultAsync(known => known.Name == query.Name, ct);
        if (row is null)
        {
            row = new QueryRow { Name = query.Name, Source = query.Source, Json = "{}" };
            db.Add(row);
        }
        else if (name is null)
        {
            throw new RuleException("query.name-taken", "Une autre requête porte déjà ce nom.") { Field = "Query.Name" };
        }

        row.Json = query.WriteInto((JsonObject)JsonNode.Parse(row.Json)!).ToJsonString();
        (row.Source, row.ModifiedUtc) = (query.Source, clock.UtcNow());
        await StoreAsync("query.change", query.Name, actorId, ct);
    }

    public async Task DeleteAsync(string name, string actorId, CancellationToken ct)
    {
        if (await db.Set<QueryRow>().FirstOrDefaultAsync(row => row.Name == name, ct) is { } row)
        {
            db.Remove(row);
            await StoreAsync("query.delete", name, actorId, ct);
        }
    }

    private async Task StoreAsync(string act, string name, string actorId, CancellationToken ct)
    {
        db.Publish(new QueriesChanged([name]));
        db.Audit(new AuditEntry(act, name, actorId));
        await db.SaveChangesAsync(ct);
    }
}
