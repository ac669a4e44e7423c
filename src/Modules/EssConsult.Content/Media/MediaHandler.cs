using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

/// <summary>Notes which items show which files, so that the files of a draft stay its author's and the files in use are not deleted.</summary>
internal sealed class MediaHandler(SiteDb db) : IContentHandler
{
    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var id = change.Item.ContentItemId;
        if (change.Before is { HasFiles: false } && !Paths(change.Item.Content).Any())
        {
            return;
        }

        var uses = await db.Set<MediaUse>().Where(use => use.ContentItemId == id).ToListAsync(ct);
        uses = [.. uses.Union(db.Set<MediaUse>().Local.Where(use => use.ContentItemId == id))];
        var shown = change.Act is ContentAct.Unpublish or ContentAct.Remove ? [] : Paths(change.Item.Content).ToHashSet();
        foreach (var path in shown.Where(path => uses.TrueForAll(use => use.Path != path)))
        {
            uses.Add(db.Add(new MediaUse { Path = path, ContentItemId = id }).Entity);
        }

        foreach (var use in uses)
        {
            (use.Latest, use.Published) = State(change, shown.Contains(use.Path), use);
        }
    }

    private static (bool Latest, bool Published) State(ContentChange change, bool shown, MediaUse use) => change.Act switch
    {
        ContentAct.Remove => (false, false),
        ContentAct.Unpublish => (use.Latest || use.Published, false),
        ContentAct.SaveDraft => (shown, use.Published && change.Type is not { Options.Versionable: false }),
        _ when change.Item.Published => (shown, shown),
        _ => (change.Item.Latest ? shown : use.Latest, use.Published),
    };

    /// <summary>Every list named <c>Paths</c>, at any depth: media fields of the item and of the items embedded in it.</summary>
    internal static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject holder => holder.SelectMany(member => member is { Key: "Paths", Value: JsonArray paths }
            ? paths.Select(path => path is JsonValue ? path.ToString() : null).OfType<string>()
            : Paths(member.Value)),
        JsonArray list => list.SelectMany(Paths),
        _ => [],
    };
}
