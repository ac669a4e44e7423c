using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[SignedIn]
internal sealed class EditStructureModel(ChangeActorHandler change) : PageModel, IReloadsForm
{
    public Actor Actor { get; private set; } = null!;

    [BindProperty]
    public ActorForm Form { get; set; } = new();

    [BindProperty]
    public LogoForm Logo { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await change.FindAsync(slug, ct) is not { } actor)
        {
            return NotFound();
        }

        (Actor, Form) = (actor, ActorForm.Of(actor));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await change.FindAsync(slug, ct) is not { } actor)
        {
            return NotFound();
        }

        Actor = actor;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await change.HandleAsync(actor, Form, Logo, ct);
        return LocalRedirect(Url.Content("~" + actor.Path));
    }

    public async Task ReloadAsync(CancellationToken ct) => Actor = (await change.FindAsync((string)RouteData.Values["slug"]!, ct))!;
}
