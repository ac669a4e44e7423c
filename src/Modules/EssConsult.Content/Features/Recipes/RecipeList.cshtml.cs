using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Export;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Recipes;

[RequirePermission(Permissions.ManageRecipes)]
internal sealed class RecipeListModel(SiteDb db, RecipeLibrary library, RecipeExporter exporter, IContentDefinitions definitions, TimeProvider clock) : PageModel
{
    private const int Shown = 20;

    [BindProperty]
    public bool WithAuthors { get; set; }

    /// <summary>Whether <see cref="Places"/> and <see cref="ContentTypes"/> say what goes out; the whole site does otherwise.</summary>
    [BindProperty]
    public bool Chosen { get; set; }

    [BindProperty]
    public List<RecipeExportPlace> Places { get; set; } = [];

    /// <summary>None means items of every type.</summary>
    [BindProperty]
    public List<string> ContentTypes { get; set; } = [];

    public IReadOnlyList<ContentTypeDefinition> Types => [.. definitions.Types.Where(type => type.Options.Listable || type.Options.Creatable).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];

    public IReadOnlyList<Recipe> Recipes { get; private set; } = [];

    public IReadOnlyList<UnreadableRecipe> Unreadable { get; private set; } = [];

    public IReadOnlyList<RecipeRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (recipes, unreadable) = library.Read();
        (Recipes, Unreadable) = ([.. recipes.Where(recipe => !recipe.IsHidden)], unreadable);
        Runs = await db.Set<RecipeRun>().AsNoTracking().OrderByDescending(run => run.StartedUtc).Take(Shown).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        if (Chosen && Places.Count == 0)
        {
            throw new RuleException("recipe.export-nothing", "Choisissez ce que l’export contient.") { Field = nameof(Places) };
        }

        var choice = new ExportChoice(WithAuthors) { Places = Chosen ? Places.ToHashSet() : null, ContentTypes = Chosen && ContentTypes.Count > 0 ? ContentTypes.ToHashSet() : null };

        // A zip is written synchronously and may be large: to a file first, which goes when the answer is sent.
        var zip = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await exporter.WriteAsync(zip, choice, ct);
        zip.Position = 0;
        return File(zip, "application/zip", $"site-{clock.UtcNow().ToParis():yyyy-MM-dd}.zip");
    }
}
