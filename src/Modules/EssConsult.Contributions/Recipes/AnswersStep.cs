using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Recipe step <c>EssAnswers</c>: published answers and the objectives that they link to.</summary>
internal sealed class AnswersStep(SiteDb db, Answering answering) : IRecipeStep
{
    public string Name => "EssAnswers";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (done, known, orphans) = (0, 0, 0);
        foreach (var json in (step["Answers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var id = json["ContentItemId"]!.ToString();
            if (await db.FindContributionAsync(id, ct) is not { } row)
            {
                orphans++;
                continue;
            }

            if (await db.Set<Answer>().AnyAsync(answer => answer.ContentItemId == id, ct))
            {
                known++;
                continue;
            }

            var at = DateTime.Parse(json["PublishedUtc"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
            var answer = new Answer
            {
                Id = Guid.CreateVersion7(), ContentItemId = id, State = Enum.Parse<AnswerState>(json["State"]!.ToString()), Body = json["Body"]!.ToString(),
                Signature = json["AuthorName"]!.ToString(), ModifiedUtc = at,
            };
            db.Add(answer);
            answering.Publish(row, answer, at);
            await answering.LinkAsync(id, [.. (json["ObjectiveIds"] as JsonArray ?? []).Select(objective => objective!.ToString())], ct);
            done++;
        }

        await db.SaveChangesAsync(ct);
        return new RecipeStepReport(orphans == 0 ? RecipeStepOutcome.Done : RecipeStepOutcome.Partial, $"{done} réponses publiées, {known} déjà là, {orphans} sans contribution.");
    }
}
