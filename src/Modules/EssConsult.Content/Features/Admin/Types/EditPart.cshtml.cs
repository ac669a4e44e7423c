using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Types;

/// <summary>The settings of a part as one type carries it.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class EditPartModel(DefinitionDesk desk, PartTypes parts, IStringLocalizer words) : PageModel
{
    private TypeRecords records = null!;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = string.Empty;

    public JsonObject Settings { get; private set; } = [];

    public string Label { get; private set; } = string.Empty;

    public IReadOnlyList<SettingInput> Inputs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        SettingsForm.Read(Settings, Inputs, Request.Form, ModelState, words);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.SaveAsync(records, "edit-part", ct);
        return LocalRedirect(Url.Content($"~/admin/types/{Name}?{Done.Parameter}={Done.Saved}"));
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (await desk.OpenAsync(Name, ct) is not { } opened || DefinitionEdits.Find(opened.Type, DefinitionEdits.TypeParts, Part) is not { } found
            || parts.Find((found["PartName"] ?? found["Name"])!.ToString()) is not { } type)
        {
            return false;
        }

        (records, Settings, Label) = (opened, DefinitionEdits.Settings(found), type.Label);
        Inputs =
        [
            new SettingInput("ContentTypePartSettings.DisplayName", "Nom affiché", FieldSettingKind.Text),
            new SettingInput("ContentTypePartSettings.Description", "Indication sous le nom", FieldSettingKind.Text),
            .. type.Settings,
        ];
        return true;
    }
}
