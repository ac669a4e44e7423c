using System.ComponentModel.DataAnnotations;
using EssConsult.Content.Definitions.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Types;

[RequirePermission(Permissions.EditContentTypes)]
internal sealed class NewTypeModel(IContentDefinitions definitions, DefinitionDesk desk) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Donnez un nom."), StringLength(80, ErrorMessage = "Ce nom est trop long.")]
    public string Label { get; set; } = string.Empty;

    [BindProperty, StringLength(300, ErrorMessage = "Ce texte est trop long.")]
    public string? Description { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var taken = definitions.Types.Select(type => type.Name).Concat(definitions.Parts.Select(part => part.Name));
        var name = DefinitionEdits.FreeName(DefinitionEdits.TechnicalName(Label), taken);
        await desk.SaveAsync(Definitions.Editing.NewType.Of(name, Label.Trim(), Description), "create", ct);
        return LocalRedirect(Url.Content($"~/admin/types/{name}?{Done.Parameter}={Done.Saved}"));
    }
}
