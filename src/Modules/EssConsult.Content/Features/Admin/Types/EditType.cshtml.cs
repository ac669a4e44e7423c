using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Fields;
using EssConsult.Content.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Types;

/// <summary>A type on one page: its fields, its parts, its settings. Each button is a form of its own and takes effect at once.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class EditTypeModel(IContentDefinitions definitions, DefinitionDesk desk, FieldTypes fields, PartTypes parts) : PageModel, IReloadsForm
{
    private const string FieldSettings = "ContentPartFieldSettings";
    private const string PartSettings = "ContentTypePartSettings";
    private TypeRecords records = null!;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = string.Empty;

    public ContentTypeDefinition Type { get; private set; } = null!;

    public IReadOnlyList<FieldDefinition> Fields => definitions.FindPart(Name)?.Fields ?? [];

    /// <summary>The parts but the one that holds the type's own fields.</summary>
    public IReadOnlyList<TypePartDefinition> Parts => [.. Type.Parts.Where(part => part.PartName != Name)];

    /// <summary>What can still be attached.</summary>
    public IReadOnlyList<(string Name, string Label)> Attachable =>
    [
        .. parts.All.Where(part => part.Reusable || Type.Parts.All(own => own.PartName != part.Name)).Select(part => (part.Name, part.Label)),
        .. definitions.Parts.Where(part => IsAttachable(part) && Type.Parts.All(own => own.PartName != part.Name)).Select(part => (part.Name, part.DisplayName)),
    ];

    public string LabelOf(FieldDefinition field) => fields.Find(field.FieldName)?.Label ?? field.FieldName;

    public string LabelOf(TypePartDefinition part) => part.DisplayName != part.PartName ? part.DisplayName : parts.Find(part.PartName)?.Label ?? part.PartName;

    public bool HasSettings(TypePartDefinition part) => parts.Find(part.PartName) is { Settings.Count: > 0 };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostMoveFieldAsync(string field, int step, CancellationToken ct) =>
        ChangeAsync(() => DefinitionEdits.Move(records.Part, DefinitionEdits.PartFields, FieldSettings, field, Math.Sign(step)), "move-field", ct);

    public Task<IActionResult> OnPostMovePartAsync(string part, int step, CancellationToken ct) =>
        ChangeAsync(() => DefinitionEdits.Move(records.Type, DefinitionEdits.TypeParts, PartSettings, part, Math.Sign(step)), "move-part", ct);

    public Task<IActionResult> OnPostDetachAsync(string part, CancellationToken ct) =>
        ChangeAsync(() => DefinitionEdits.Remove(records.Type, DefinitionEdits.TypeParts, part), "detach-part", ct);

    public Task<IActionResult> OnPostAttachAsync(string part, string? label, CancellationToken ct) => ChangeAsync(
        () =>
        {
            if (Attachable.Any(known => known.Name == part))
            {
                var reusable = parts.Find(part) is { Reusable: true };
                var name = reusable && !string.IsNullOrWhiteSpace(label)
                    ? DefinitionEdits.FreeName(DefinitionEdits.TechnicalName(label), Type.Parts.Select(own => own.Name))
                    : DefinitionEdits.FreeName(part, Type.Parts.Select(own => own.Name));
                DefinitionEdits.AttachPart(records.Type, part, name, label?.Trim());
            }
        },
        "attach-part", ct);

    public Task<IActionResult> OnPostSettingsAsync(string? label, string? description, bool creatable, bool listable, bool draftable, bool versionable, bool securable, CancellationToken ct) => ChangeAsync(
        () =>
        {
            records.Type["DisplayName"] = string.IsNullOrWhiteSpace(label) ? Type.DisplayName : label.Trim();
            var settings = DefinitionEdits.Settings(records.Type);
            if (settings["ContentTypeSettings"] is not JsonObject own)
            {
                settings["ContentTypeSettings"] = own = [];
            }

            own["Description"] = description;
            (own["Creatable"], own["Listable"], own["Draftable"], own["Versionable"], own["Securable"]) = (creatable, listable, draftable, versionable, securable);
        },
        "settings", ct);

    public Task ReloadAsync(CancellationToken ct) => OpenAsync(ct);

    private async Task<IActionResult> ChangeAsync(Action change, string act, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        change();
        await desk.SaveAsync(records, act, ct);
        return LocalRedirect(Url.Content($"~/admin/types/{Name}?{Done.Parameter}={Done.Saved}"));
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (definitions.FindType(Name) is not { } type || await desk.OpenAsync(Name, ct) is not { } opened)
        {
            return false;
        }

        (Type, records) = (type, opened);
        return true;
    }

    private static bool IsAttachable(PartDefinition part) => string.Equals(part.Settings["ContentPartSettings"]?["Attachable"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
