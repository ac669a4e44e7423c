using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>
/// A contribution as anyone may reuse it. No name; the author's id is random to the reader: the same within one day's file, so that
/// texts of one person can be counted, and meaningless beside any other file.
/// </summary>
public sealed record OpenContribution(
    string Id, string Url, string Process, string? Phase, string? Sector, string? Territory, string Title, string Text, string AuthorId, string? Structure,
    DateTime PublishedUtc, int Supports, int Comments, string? AnswerState)
{
    /// <summary>The fields that the administrator added to the type, by name.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>The same as a person reads them, for the CSV: names instead of ids, numbers as they are.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();
}

/// <summary>A page of them, in the order of their ids: what is published meanwhile moves nobody to another page.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record PageOfOpenContributions(int Total, IReadOnlyList<OpenContribution> Items, string? Next);

/// <summary>What a reader of the API asks for.</summary>
internal sealed record OpenQuestion(string? Process, string? Phase, string? Sector, string? Territory, string? Answer, string? Words, string? After, int Limit);

/// <summary>Reads published contributions in batches, whatever their number; fictional ones are left out.</summary>
internal sealed class OpenContributions(SiteDb db, IContentStore content, IContentForm form, IProcesses processes, ITaxonomies taxonomies, ContributionCards cards, ISiteAddress address, TimeProvider clock)
{
    private const int Batch = 200;
    private static readonly string[] OwnFields = ["Sector", "Territory", "Attachments"];
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>What the ids of authors depend on: the day, and this process, which keeps the secret nowhere.</summary>
    public string AuthorsVaryBy => Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(Today)));

    public async IAsyncEnumerable<OpenContribution> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        string? after = null;
        for (var count = Batch; count == Batch;)
        {
            var rows = await After(Open(), after).Take(Batch).ToListAsync(ct);
            foreach (var open in await OpenManyAsync(rows, ct))
            {
                yield return open;
            }

            (after, count) = (rows.LastOrDefault()?.ContentItemId, rows.Count);
        }
    }

    /// <summary>Four queries, whatever the limit; <c>Next</c> is left to the caller, who knows the address.</summary>
    public async Task<(int Total, IReadOnlyList<OpenContribution> Items, string? Last)> PageAsync(OpenQuestion asked, CancellationToken ct)
    {
        var matching = Open();
        matching = asked.Process is null ? matching : matching.Where(row => row.ProcessId == asked.Process);
        matching = asked.Phase is null ? matching : matching.Where(row => row.PhaseId == asked.Phase);
        matching = asked.Sector is null ? matching : matching.Where(row => row.SectorId == asked.Sector);
        matching = asked.Territory is null ? matching : matching.Where(row => row.TerritoryId == asked.Territory);
        matching = matching.HoldingWords(asked.Words, row => row.WordsKey);
        matching = asked.Answer is null ? matching : matching.Where(row => row.AnswerState == asked.Answer);
        var rows = await After(matching, asked.After).Take(asked.Limit + 1).ToListAsync(ct);
        var shown = rows.Take(asked.Limit).ToList();
        return (await matching.CountAsync(ct), await OpenManyAsync(shown, ct), rows.Count > asked.Limit ? shown[^1].ContentItemId : null);
    }

    public async Task<OpenContribution?> FindAsync(string id, CancellationToken ct) =>
        await OpenManyAsync(await Open().Where(row => row.ContentItemId == id).ToListAsync(ct), ct) is [var found] ? found : null;

    private IQueryable<ContributionRow> Open() => db.Set<ContributionRow>().AsNoTracking().Published().Where(row => !row.IsDemo);

    private static IQueryable<ContributionRow> After(IQueryable<ContributionRow> rows, string? after) =>
        rows.Where(row => after == null || row.ContentItemId.CompareTo(after) > 0).OrderBy(row => row.ContentItemId);

    private async Task<IReadOnlyList<OpenContribution>> OpenManyAsync(List<ContributionRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.ContentItemId);
        var items = await content.FindManyAsync(ids, ContentVersion.Published, ct);
        var counts = await db.Set<DiscussionCounts>().AsNoTracking().Where(count => ids.Contains(count.ContentItemId)).ToDictionaryAsync(count => count.ContentItemId, ct);
        var structures = await cards.StructuresAsync(rows, ct);
        var open = new List<OpenContribution>(rows.Count);
        foreach (var row in rows.Where(row => items.ContainsKey(row.ContentItemId)))
        {
            open.Add(await OpenAsync(row, items[row.ContentItemId], counts.GetValueOrDefault(row.ContentItemId), row.ActorId is { } actor ? structures.GetValueOrDefault(actor) : null, ct));
        }

        return open;
    }

    private async Task<OpenContribution> OpenAsync(ContributionRow row, ContentItem item, DiscussionCounts? counts, ActorName? actor, CancellationToken ct)
    {
        var process = processes.Find(row.ProcessId);
        var (fields, cells) = (new JsonObject(), new Dictionary<string, string>());
        foreach (var value in await form.ValuesAsync(item, ct))
        {
            if (value.Field.Part == ContributionProjection.ContentType && !OwnFields.Contains(value.Field.Name))
            {
                fields[value.Field.Name] = value.Json?.DeepClone();
                cells[value.Field.Name] = value.Json is JsonValue number && number.GetValueKind() == JsonValueKind.Number ? number.ToJsonString() : value.Text;
            }
        }

        return new OpenContribution(
            row.ContentItemId, address.Absolute("/" + row.Path), process?.Title ?? row.ProcessId, process?.FindPhase(row.PhaseId ?? string.Empty)?.Title, Name(row.SectorId), Name(row.TerritoryId),
            row.Title, item.Part<MarkdownBodyPart>()?.Markdown ?? string.Empty, AuthorId(row), actor?.Name, row.PublishedUtc ?? row.CreatedUtc,
            counts?.Supports ?? 0, counts?.Comments ?? 0, row.AnswerState)
        {
            Fields = fields,
            Cells = cells,
        };
    }

    /// <summary>Every field that the type carries beyond its own, in order: the columns of the CSV.</summary>
    public static IEnumerable<FieldDefinition> AddedFields(IContentDefinitions definitions) =>
        (definitions.FindType(ContributionProjection.ContentType)?.Fields ?? []).Where(added => added.Part == ContributionProjection.ContentType && !OwnFields.Contains(added.Name));

    private string? Name(string? termId) => termId is null ? null : taxonomies.FindTerm(termId)?.Name;

    private string Today => DateOnly.FromDateTime(clock.UtcNow()).ToString("O", CultureInfo.InvariantCulture);

    private string AuthorId(ContributionRow row)
    {
        var source = $"{Today}|{row.AuthorId ?? row.ContentItemId}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(source)))[..16];
    }
}
