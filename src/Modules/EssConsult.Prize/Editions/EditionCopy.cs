using System.Text.Json.Nodes;

namespace EssConsult.Prize.Editions;

/// <summary>Next year's edition from last year's: the same page, rules and grid, a year later, as a draft.</summary>
internal sealed class EditionCopy(SiteDb db, IContentStore content, CurrentPerson person)
{
    /// <returns>The id of the draft; null where there is nothing to copy.</returns>
    public async Task<string?> MakeAsync(string editionId, CancellationToken ct)
    {
        if (await content.FindAsync(editionId, ContentVersion.Latest, ct) is not { } before)
        {
            return null;
        }

        var copy = content.New(before.ContentType, person.RequiredId, person.DisplayName);
        foreach (var (name, part) in before.Content.Where(part => part.Key is not (nameof(AutoroutePart) or nameof(PrizePart))))
        {
            copy.Content[name] = part?.DeepClone();
        }

        foreach (var line in (copy.Content["Criteria"]?["ContentItems"] as JsonArray ?? []).OfType<JsonObject>())
        {
            line["ContentItemId"] = ContentId.New();
        }

        copy.DisplayText = before.DisplayText;
        copy.Put(Later(before.Part<PrizePart>() ?? new PrizePart()));
        await content.SaveDraftAsync(copy, ct);
        db.Audit(new AuditEntry("prize.copied", copy.ContentItemId, person.RequiredId, new { editionId }));
        await db.SaveChangesAsync(ct);
        return copy.ContentItemId;
    }

    private static PrizePart Later(PrizePart part) => part with { Opens = part.Opens?.AddYears(1), Closes = part.Closes?.AddYears(1), ScoringCloses = part.ScoringCloses?.AddYears(1), Archived = false, Demo = false };
}
