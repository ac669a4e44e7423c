using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Discussion.Import;

/// <summary><c>EssComments</c>: <c>Comments[{CommentId, ContentItemId, AuthorId, ParentId?, Alignment?, Body, CreatedUtc}]</c>.</summary>
internal sealed class CommentsStep(IDiscussionImport import, TimeProvider clock) : IRecipeStep
{
    public string Name => "EssComments";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var comments = (step["Comments"] as JsonArray ?? []).OfType<JsonObject>().Select(Read).ToList();
        var done = await import.CommentsAsync(comments, ct);
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{done.Added} commentaires ajoutés, {done.Known} déjà là.");
        return done.Orphans.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, sentence)
            : new RecipeStepReport(RecipeStepOutcome.Partial, string.Create(CultureInfo.InvariantCulture, $"{sentence} {done.Orphans.Count} laissés de côté : ils répondent à un commentaire absent."));
    }

    private ImportedComment Read(JsonObject json) =>
        new(IDiscussionImport.IdOf(Text(json, "CommentId")), Text(json, "ContentItemId"), Text(json, "AuthorId"), Text(json, "Body"), StepDates.Read(json["CreatedUtc"]) ?? clock.UtcNow())
        {
            ParentId = json["ParentId"] is { } parent ? IDiscussionImport.IdOf(parent.ToString()) : null,
            Alignment = Enum.TryParse<Alignment>(json["Alignment"]?.ToString(), out var alignment) ? alignment : Alignment.Neutral,
        };

    private static string Text(JsonObject json, string name) =>
        json[name]?.ToString() ?? throw new RuleException("recipe.comment-incomplete", "Un commentaire du modèle n’a pas de « {0} ».", name);
}
