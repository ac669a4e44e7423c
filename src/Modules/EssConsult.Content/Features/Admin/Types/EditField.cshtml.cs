using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Types;

[RequirePermission(Permissions.EditContentTypes)]
internal sealed class EditFieldModel(DefinitionDesk desk, FieldTypes fields, IContentDefinitions definitions, IEnumerable<IFieldSettings> others, IStringLocalizer words) : PageModel
{
    private TypeRecords records = null!;
    private JsonObject record = null!;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string Field { get; set; } = string.Empty;

    public JsonObject Settings { get; private set; } = [];

    public string Kind { get; private set; } = string.Empty;

    public IReadOnlyList<SettingInput> Inputs { get; private set; } = [];

    public string Label => Settings["ContentPartFieldSettings"]?["DisplayName"]?.ToString() ?? Field;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        SettingsForm.Read(Settings, Inputs, Request.Form, ModelState, words);
        if (Label.Length == 0)
        {
            ModelState.AddModelError("ContentPartFieldSettings.DisplayName", words["Donnez un nom."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.SaveAsync(records, "edit-field", ct);
        return LocalRedirect(Url.Content($"~/admin/types/{Name}?{Done.Parameter}={Done.Saved}"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        DefinitionEdits.Remove(records.Part, DefinitionEdits.PartFields, Field);
        await desk.SaveAsync(records, "remove-field", ct);
        return LocalRedirect(Url.Content($"~/admin/types/{Name}?{Done.Parameter}={Done.Saved}"));
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (await desk.OpenAsync(Name, ct) is not { } opened || DefinitionEdits.Find(opened.Part, DefinitionEdits.PartFields, Field) is not { } found)
        {
            return false;
        }

        (records, record, Settings) = (opened, found, DefinitionEdits.Settings(found));
        var kind = record["FieldName"]?.ToString() ?? "TextField";
        var type = fields.Find(kind);
        Kind = type?.Label ?? kind;
        Inputs =
        [
            new SettingInput("ContentPartFieldSettings.DisplayName", "Nom", FieldSettingKind.Text),
            new SettingInput(kind + "Settings.Hint", "Indication sous le nom", FieldSettingKind.Text),
            new SettingInput(kind + "Settings.Required", "Il faut le remplir pour publier", FieldSettingKind.Flag),
            .. type?.Settings ?? [],
            .. definitions.FindType(Name) is { } known && known.Fields.FirstOrDefault(one => one.Name == Field) is { } field ? others.SelectMany(other => other.SettingsOf(known, field)) : [],
        ];
        return true;
    }
}
