using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Layers.Features;

/// <summary>A layer and its rule. Adding and taking away a condition shows the page again and keeps nothing; only « Enregistrer » does.</summary>
[RequirePermission(Permissions.ManageLayers)]
internal sealed class EditLayerModel(SiteDb db, SaveLayer save, ListZones zones, IStringLocalizer phrases) : PageModel, IReloadsForm
{
    private Layer? row;

    /// <summary>The layer; nothing for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "nom")]
    public string? Of { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary><c>any</c> when one condition is enough.</summary>
    [BindProperty]
    public string? Needs { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public List<ConditionInput> Conditions { get; set; } = [];

    public bool IsNew => row is null;

    public int Widgets { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        var json = row?.Read() ?? [];
        (Name, Description, Stamp) = (row?.Name, json.AnyText("Description"), SaveLayer.StampOf(row));
        (var needsAll, Conditions) = RuleForm.Read(json.Any(Layer.Rule) as JsonObject);
        Needs = needsAll ? "all" : "any";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "acte")] string? act, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (act == "supprimer" && row is not null)
        {
            await save.DeleteAsync(row, ct);
            return LocalRedirect(Url.Content("~/admin/blocs?fait=supprime"));
        }

        if (act != "enregistrer")
        {
            RuleForm.Change(Conditions, act);
            return Page();
        }

        var name = row?.Name ?? TypedText.Clean(Name);
        Check(name);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var rule = RuleForm.Write(row?.Read().Any(Layer.Rule) as JsonObject, Needs != "any", Conditions);
        await save.SaveAsync(row, name, TypedText.Clean(Description), rule, ct);
        return LocalRedirect(Url.Content("~/admin/blocs?fait=enregistre"));
    }

    public Task ReloadAsync(CancellationToken ct) => Task.CompletedTask;

    private void Check(string name)
    {
        foreach (var condition in Conditions.Where(condition => condition.ComparesText))
        {
            condition.Text = TypedText.Clean(condition.Text);
        }

        void Refuse(string sentence) => ModelState.AddModelError(string.Empty, sentence);
        if (name.Length == 0)
        {
            Refuse(phrases["Donnez un nom à la couche."]);
        }
        else if (name.Length > Layer.MaxName)
        {
            Refuse(phrases["Le nom d’une couche a {0} caractères au plus.", Layer.MaxName]);
        }

        if (row is not null && Stamp != SaveLayer.StampOf(row))
        {
            Refuse(phrases["Quelqu’un a enregistré cette couche pendant que vous écriviez. Rouvrez cette page."]);
        }

        RuleForm.Check(Conditions, Refuse, phrases);
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Of))
        {
            return true;
        }

        row = await db.Set<Layer>().FirstOrDefaultAsync(layer => layer.Name == Of, ct);
        Widgets = row is null ? 0 : await zones.CountOfAsync(row.Name, ct);
        return row is not null;
    }
}
