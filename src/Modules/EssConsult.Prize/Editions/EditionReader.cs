using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Prize.Editions;

/// <summary>Reads an edition out of its published page.</summary>
internal static class EditionReader
{
    private const int UsualHighest = 5;

    private const decimal Farthest = 1000;

    public static void Describe(Edition edition, ContentItem item, PrizePart part)
    {
        (edition.Title, edition.Path, edition.Published) = (item.DisplayText ?? string.Empty, item.Part<AutoroutePart>()?.Path ?? string.Empty, true);
        (edition.OpensUtc, edition.ClosesUtc, edition.ScoringClosesUtc) = (part.Opens?.AsUtc(), part.Closes?.AsUtc(), part.ScoringCloses?.AsUtc());
        edition.GraceMinutes = Math.Clamp(part.Grace ?? (int)Edition.UsualGrace.TotalMinutes, 0, 24 * 60);
        edition.LinkYears = Math.Clamp(part.LinkYears ?? Edition.UsualLinkYears, 0, 20);
        edition.Reminders = string.IsNullOrWhiteSpace(part.Reminders) ? null : part.Reminders;
        edition.QuestionsType = string.IsNullOrWhiteSpace(part.Questions) ? null : part.Questions;
        edition.MostPerStructure = part.MostPerStructure is > 0 and var most ? most : null;
        if (edition.Stage == EditionStage.Call)
        {
            (edition.Readers, edition.MostPerJuror) = (part.Readers is > 0 and var readers ? readers : null, part.MostPerJuror is > 0 and var load ? load : null);
        }

        (edition.HasTwoReaders, edition.AppealDays) = (part.TwoReaders, part.AppealDays is > 0 and var days ? days : null);
        edition.Categories = part.Categories?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() is { Count: > 0 } categories ? string.Join('\n', categories) : null;
        (edition.IsArchived, edition.IsDemo) = (part.Archived, part.Demo);
    }

    /// <summary>The grid as the page states it now; what counts is what was frozen when scoring opened.</summary>
    public static ScoringRule Rule(ContentItem item) => new([.. Criteria(item)], ScoringRule.Usual);

    /// <summary>The conditions of eligibility, in their order.</summary>
    public static IReadOnlyList<string> Conditions(ContentItem? item) => (item?.Part<PrizePart>()?.Conditions ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Criterion> Criteria(ContentItem item) =>
        from json in (item.Content["Criteria"]?["ContentItems"] as JsonArray ?? []).OfType<JsonObject>()
        let line = json.ReadContentItem()
        select new Criterion(
            line.ContentItemId, line.Part<TitlePart>()?.Title ?? line.DisplayText ?? string.Empty, Text(line, "Help"), Number(line, "Weight") ?? 1,
            (int)Math.Clamp(Number(line, "Lowest") ?? 0, -Farthest, Farthest), (int)Math.Clamp(Number(line, "Highest") ?? UsualHighest, -Farthest, Farthest), IsSet(line, "MustComment"), IsSet(line, "OutsideTotal"));

    private static string? Text(ContentItem line, string field) => line.FieldText("PrizeCriterion", field, "Text") is { Length: > 0 } text ? text : null;

    private static decimal? Number(ContentItem line, string field) => decimal.TryParse(line.FieldText("PrizeCriterion", field, "Value"), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsSet(ContentItem line, string field) => string.Equals(line.FieldText("PrizeCriterion", field, "Value"), "true", StringComparison.OrdinalIgnoreCase);
}
