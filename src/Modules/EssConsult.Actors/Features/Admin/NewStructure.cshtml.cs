using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features.Admin;

[RequirePermission(Permissions.ManageActors)]
internal sealed class NewStructureModel(DecideActorsHandler decide) : PageModel
{
    [BindProperty]
    public ActorForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = await decide.AddAsync(Form.ToFacts(), ct);
        return LocalRedirect(Url.Content($"~/admin/structures/{actor.Id}"));
    }
}
