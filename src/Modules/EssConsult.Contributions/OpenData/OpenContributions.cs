using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>
/// A contribution as anyone may reuse it. No name; the author's id is random to the reader: the same within one day's file, so that
/// texts of one person can be counted, and meaningless beside any other file.
/// </summary>
public sealed record OpenContribution(
    string Id, string Url, string Process, string? Phase, string? Sector, string? Territory, string Title, string Text, string AuthorId,
    DateTime PublishedUtc, int Supports, int Comments, string? AnswerState)
{
    /// <summary>The fields that the administrator added to the type, by name.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>The same as a person reads them, for the CSV: names instead of ids, numbers as they are.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads published contributions in batches, whatever their number; fictional ones are left out.</summary>
internal sealed class OpenContributions(SiteDb db, IContentStore content, IContentForm form, IProcesses processes, ITaxonomies taxonomies, TimeProvider clock)
{
    private const int Batch = 200;
    private static readonly string[] OwnFields = ["Sector", "Territory", "Attachments"];
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    public async IAsyncEnumerable<OpenContribution> ReadAsync(string? after, int limit, bool withDemo, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var left = limit; left > 0;)
        {
            var rows = await db.Set<ContributionRow>().AsNoTracking().Published()
                .Where(row => (withDemo || !row.IsDemo) && (after == null || row.ContentItemId.CompareTo(after) > 0))
                .OrderBy(row => row.ContentItemId).Take(Math.Min(Batch, left)).ToListAsync(ct);
            if (rows.Count == 0)
            {
                yield break;
            }

            var ids = rows.ConvertAll(row => row.ContentItemId);
            var items = await content.FindManyAsync(ids, ContentVersion.Published, ct);
            var counts = await db.Set<DiscussionCounts>().AsNoTracking().Where(count => ids.Contains(count.ContentItemId)).ToDictionaryAsync(count => count.ContentItemId, ct);
            foreach (var row in rows)
            {
                if (items.TryGetValue(row.ContentItemId, out var item))
                {
                    yield return await OpenAsync(row, item, counts.GetValueOrDefault(row.ContentItemId), ct);
                }
            }

            (after, left) = (ids[^1], left - rows.Count);
        }
    }

    public async Task<OpenContribution> OpenAsync(ContributionRow row, ContentItem item, DiscussionCounts? counts, CancellationToken ct)
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
            row.ContentItemId, "/" + row.Path, process?.Title ?? row.ProcessId, process?.FindPhase(row.PhaseId ?? string.Empty)?.Title, Name(row.SectorId), Name(row.TerritoryId),
            row.Title, item.Part<MarkdownBodyPart>()?.Markdown ?? string.Empty, AuthorId(row), row.PublishedUtc ?? row.CreatedUtc,
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

    private string AuthorId(ContributionRow row)
    {
        var source = $"{DateOnly.FromDateTime(clock.UtcNow()):O}|{row.AuthorId ?? row.ContentItemId}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(source)))[..16];
    }
}
