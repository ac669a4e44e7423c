using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[SignedIn]
internal sealed class MyStructuresModel(ListMyActorsHandler list, DecideMembershipHandler decide, CurrentPerson person) : PageModel, IReloadsForm
{
    public MyActors Mine { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAcceptAsync(Guid member, CancellationToken ct) => Back(await decide.DecideAsync(member, accept: true, ct));

    public async Task<IActionResult> OnPostDeclineAsync(Guid member, CancellationToken ct) => Back(await decide.DecideAsync(member, accept: false, ct));

    public async Task<IActionResult> OnPostContactAsync(Guid member, CancellationToken ct) => Back(await decide.ChangeRoleAsync(member, MemberRole.Contact, ct));

    public async Task<IActionResult> OnPostMemberAsync(Guid member, CancellationToken ct) => Back(await decide.ChangeRoleAsync(member, MemberRole.Member, ct));

    public async Task<IActionResult> OnPostLeaveAsync(Guid member, CancellationToken ct) => Back(await decide.LeaveAsync(member, ct));

    public async Task ReloadAsync(CancellationToken ct) => Mine = await list.HandleAsync(person.RequiredId, ct);

    private IActionResult Back(bool done) => done ? LocalRedirect(Url.Content("~/compte/structures")) : NotFound();
}
