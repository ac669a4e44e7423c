using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Recipe step <c>EssModeration</c>: texts that wait for a moderator, and open reports.</summary>
internal sealed class ModerationStep(SiteDb db, IReports reports, TimeProvider clock) : IRecipeStep
{
    public string Name => "EssModeration";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var ids = (step["Submitted"] as JsonArray ?? []).Select(id => id!.ToString()).ToList();
        var rows = await db.Set<ContributionRow>().Where(row => ids.Contains(row.ContentItemId) && row.State == ContributionState.Draft).ToListAsync(ct);
        foreach (var row in rows)
        {
            (row.State, row.SubmittedUtc) = (ContributionState.Submitted, row.CreatedUtc);
        }

        var opened = 0;
        foreach (var json in (step["Reports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            opened += await OpenAsync(json, ct) ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        return new RecipeStepReport(RecipeStepOutcome.Done, $"{rows.Count} textes mis en attente, {opened} signalements ouverts.");
    }

    private async Task<bool> OpenAsync(JsonObject json, CancellationToken ct)
    {
        var report = new NewReport(json["ContentItemId"]?.ToString() ?? string.Empty, Enum.Parse<Motive>(json["Motive"]!.ToString()), "recipe")
        {
            CommentId = json["CommentId"]?.ToString() is { } comment ? IDiscussionImport.IdOf(comment) : null,
            Comment = json["Comment"]?.ToString(),
            CreatedUtc = DateTime.TryParse(json["CreatedUtc"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : clock.UtcNow(),
        };
        try
        {
            await reports.OpenAsync(report, ct);
            return true;
        }
        catch (RuleException)
        {
            // The same report is already open: the recipe has run before.
            return false;
        }
    }
}
