using System.ComponentModel.DataAnnotations;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Types;

/// <summary>Adds a field to a type: what it holds, what it is called, whether it must be filled.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class NewFieldModel(IContentDefinitions definitions, DefinitionDesk desk, FieldTypes fields) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = string.Empty;

    [BindProperty, Required(ErrorMessage = "Donnez un nom."), StringLength(80, ErrorMessage = "Ce nom est trop long.")]
    public string Label { get; set; } = string.Empty;

    [BindProperty]
    public string Kind { get; set; } = "TextField";

    [BindProperty]
    public bool IsRequired { get; set; }

    public ContentTypeDefinition Type { get; private set; } = null!;

    public IReadOnlyList<IFieldType> Kinds => fields.All;

    public IActionResult OnGet() => Open() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Open() || fields.Find(Kind) is null || await desk.OpenAsync(Name, ct) is not { } records)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var field = DefinitionEdits.AddField(records.Part, Kind, Label.Trim(), IsRequired);
        await desk.SaveAsync(records, "add-field", ct);

        // A choice in a list says nothing before one knows which list.
        return LocalRedirect(Url.Content(Kind is "TaxonomyField" or "ContentPickerField" ? $"~/admin/types/{Name}/champs/{field}" : $"~/admin/types/{Name}?{Done.Parameter}={Done.Saved}"));
    }

    private bool Open()
    {
        if (definitions.FindType(Name) is not { } type)
        {
            return false;
        }

        Type = type;
        return true;
    }
}
