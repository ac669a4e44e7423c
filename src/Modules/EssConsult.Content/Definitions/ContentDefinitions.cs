using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Definitions;

/// <summary>The definitions in memory, read anew on every node when they change.</summary>
internal sealed class DefinitionBook(IServiceScopeFactory scopes) : IBook
{
    private volatile Snapshot current = new([], []);

    public string Name => "content-definitions";

    public Snapshot Current => current;

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<ContentDefinitionChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<DefinitionRow>().AsNoTracking().ToListAsync(ct);
        Use(rows);
    }

    public void Use(IEnumerable<DefinitionRow> rows)
    {
        var records = rows.ToLookup(row => row.Kind, row => (JsonObject)JsonNode.Parse(row.Json)!);
        var parts = records[DefinitionKind.Part].Select(DefinitionRecords.ReadPart).ToDictionary(part => part.Name);
        current = new Snapshot([.. records[DefinitionKind.Type].Select(record => DefinitionRecords.ReadType(record, parts)).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)], [.. parts.Values]);
    }

    internal sealed record Snapshot(IReadOnlyList<ContentTypeDefinition> Types, IReadOnlyList<PartDefinition> Parts);
}

internal sealed class ContentDefinitions(DefinitionBook book, SiteDb db) : IContentDefinitions
{
    public IReadOnlyList<ContentTypeDefinition> Types => book.Current.Types;

    public IReadOnlyList<PartDefinition> Parts => book.Current.Parts;

    public ContentTypeDefinition? FindType(string name) => Types.FirstOrDefault(type => type.Name == name);

    public PartDefinition? FindPart(string name) => Parts.FirstOrDefault(part => part.Name == name);

    public async Task MergeAsync(JsonArray types, JsonArray parts, bool replace, CancellationToken ct)
    {
        var rows = await db.Set<DefinitionRow>().ToDictionaryAsync(row => (row.Kind, row.Name), ct);
        foreach (var part in parts.OfType<JsonObject>())
        {
            Put(rows, DefinitionKind.Part, part, replace, DefinitionRecords.MergePart);
        }

        foreach (var type in types.OfType<JsonObject>())
        {
            Put(rows, DefinitionKind.Type, type, replace, DefinitionRecords.MergeType);
        }

        db.Publish(new ContentDefinitionChanged(Names(types), Names(parts)));
        book.Use(rows.Values);
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts, CancellationToken ct)
    {
        var rows = await db.Set<DefinitionRow>().ToListAsync(ct);
        var gone = rows.Where(row => (row.Kind == DefinitionKind.Type ? types : parts).Contains(row.Name)).ToList();
        db.RemoveRange(gone);
        db.Publish(new ContentDefinitionChanged([.. types], [.. parts]));
    }

    public async Task<(JsonArray Types, JsonArray Parts)> ExportAsync(CancellationToken ct)
    {
        var rows = await db.Set<DefinitionRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct);
        JsonArray Of(DefinitionKind kind) => new([.. rows.Where(row => row.Kind == kind).Select(row => JsonNode.Parse(row.Json))]);
        return (Of(DefinitionKind.Type), Of(DefinitionKind.Part));
    }

    private void Put(
        Dictionary<(DefinitionKind Kind, string Name), DefinitionRow> rows, DefinitionKind kind, JsonObject record, bool replace, Func<JsonObject?, JsonObject, JsonObject> merge)
    {
        var name = record["Name"]?.ToString() ?? throw new RuleException("definition.name-missing", "Une définition n’a pas de nom.");
        rows.TryGetValue((kind, name), out var row);
        var merged = merge(row is null || replace ? null : (JsonObject)JsonNode.Parse(row.Json)!, record);
        if (row is null)
        {
            rows[(kind, name)] = row = new DefinitionRow { Kind = kind, Name = name, Json = string.Empty };
            db.Add(row);
        }

        row.Json = merged.ToJsonString(ContentItem.Json);
    }

    private static string[] Names(JsonArray records) => [.. records.OfType<JsonObject>().Select(record => record["Name"]?.ToString()).OfType<string>()];
}
