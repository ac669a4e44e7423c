using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[SignedIn]
internal sealed class ProposeModel(ProposeActorHandler propose, CurrentPerson person) : PageModel
{
    [BindProperty]
    public ActorForm Form { get; set; } = new();

    [BindProperty]
    public bool SpeaksForIt { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = await propose.HandleAsync(Form.ToFacts(), SpeaksForIt, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~" + actor.Path));
    }
}
