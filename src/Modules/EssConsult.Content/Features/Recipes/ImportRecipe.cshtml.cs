using System.Text;
using EssConsult.Content.Recipes.Upload;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Recipes;

[RequirePermission(Permissions.ManageRecipes)]
[RequestSizeLimit(RecipePackage.MaxBytes + 65_536)]
[RequestFormLimits(MultipartBodyLengthLimit = RecipePackage.MaxBytes + 65_536, ValueLengthLimit = RecipePackage.MaxBytes)]
internal sealed class ImportRecipeModel(RecipeUploads uploads) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = Upload is { Length: > 0 }
            ? await uploads.StageAsync(Upload.FileName, await BytesAsync(Upload, ct), ct)
            : string.IsNullOrWhiteSpace(Text)
                ? throw new RuleException("recipe.nothing", "Choisissez un fichier ou collez un modèle.") { Field = nameof(Upload) }
                : await uploads.StageAsync("recipe.json", Encoding.UTF8.GetBytes(Text), ct);
        return LocalRedirect(Url.Content($"~/admin/modeles/importer/{id}"));
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
