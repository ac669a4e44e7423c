using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>media</c>: puts files into the library, from the recipe's text or from beside it. Nothing is fetched from other sites.</summary>
internal sealed class MediaStep(SiteDb db, IMedia media) : IRecipeStep
{
    public string Name => "media";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (stored, refused) = (0, new List<string>());
        foreach (var file in step.AnyObjects("Files"))
        {
            var path = file.AnyText("TargetPath") ?? file.AnyText("Path") ?? string.Empty;
            try
            {
                await using var content = Open(file, context);
                await media.StoreAtAsync(path, content, file.AnyText("AlternativeText"), ct);
                await db.SaveChangesAsync(ct);
                stored++;
            }
            catch (RuleException broken)
            {
                refused.Add($"{path} ({broken.Code})");
            }
        }

        return refused.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} fichiers rangés.", stored)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} fichiers rangés. Refusés : {1}.", stored, string.Join(", ", refused));
    }

    /// <summary>As in Orchard, Base64 comes before SourcePath; SourceUrl would let a recipe make this server call any address.</summary>
    private static Stream Open(JsonObject file, RecipeContext context)
    {
        if (file.AnyText("Base64") is { } text)
        {
            return Convert.TryFromBase64String(text, new byte[text.Length], out _) ? new MemoryStream(Convert.FromBase64String(text)) : throw new RuleException("media.base64", "Ce fichier n’est pas en base 64.");
        }

        if (file.AnyText("SourcePath") is { } path && context.Files is { } files)
        {
            return File.OpenRead(files.Resolve(path));
        }

        throw new RuleException(file.AnyText("SourceUrl") is null ? "media.no-source" : "media.source-url", "Un fichier du modèle de site n’est ni dans le modèle ni à côté de lui.");
    }
}
