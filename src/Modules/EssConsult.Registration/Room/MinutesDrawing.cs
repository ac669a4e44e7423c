using EssConsult.Kernel.Themes;
using EssConsult.Registration.Events;

namespace EssConsult.Registration.Room;

/// <summary>Draws what minutes say beside their text by <c>MinutesPart.liquid</c>, which a theme may bring.</summary>
internal sealed class MinutesDrawing(SiteDb db, MinutesLines lines, CacheTags tags, ThemeTemplates templates, Liquid liquid, PageHead head) : IPartDrawing
{
    public IReadOnlyCollection<string> PartNames { get; } = [nameof(MinutesPart)];

    public async ValueTask<string?> DrawAsync(string partName, ContentItem item, CancellationToken ct)
    {
        if (item.Part<MinutesPart>() is not { } part)
        {
            return null;
        }

        var row = part.EventId is null ? null : await db.FindEventAsync(part.EventId, ct);
        if (row is { IsDemo: true })
        {
            head.Robots = "noindex";
        }

        IReadOnlyList<MinutesLine> decided = [];
        if (part.EventId is { } eventId)
        {
            tags.Add(eventId);
            decided = await lines.OfAsync(eventId, ct);
        }

        var source = templates.Find([partName]) ?? throw new InvalidOperationException($"The module embeds {partName}.liquid.");
        return await liquid.RenderAsync(source, new Dictionary<string, object?>
        {
            ["Minutes"] = new Dictionary<string, object?>
            {
                ["Attendance"] = part.Attendance, ["Decisions"] = TypedText.Clean(part.Decisions).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList(),
                ["Lines"] = decided.Select(line => new Dictionary<string, object?> { ["Text"] = line.Text, ["Url"] = "~" + line.Path, ["Print"] = line.Print }).ToList(),
                ["Event"] = row is { Published: true } ? new Dictionary<string, object?> { ["Title"] = row.Title, ["Url"] = "~/" + row.Path, ["Starts"] = row.StartsUtc.Moment(), ["StartsIso"] = row.StartsUtc.Iso() } : null,
            },
        });
    }
}
