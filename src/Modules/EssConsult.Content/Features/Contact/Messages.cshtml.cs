using EssConsult.Content.Contact;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Contact;

[RequirePermission(Permissions.ManageContactMessages)]
internal sealed class MessagesModel(ReceivedMessages received, CurrentPerson person) : PageModel
{
    internal IReadOnlyList<ContactMessage> Messages { get; private set; } = [];

    [BindProperty(Name = "traites", SupportsGet = true)]
    public bool Handled { get; set; }

    public int Number { get; private set; } = 1;

    public int PageCount { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        Number = Math.Clamp(number, 1, 1_000);
        (Messages, var total) = await received.ListAsync(Handled, Number, ct);
        PageCount = (total + ReceivedMessages.PageSize - 1) / ReceivedMessages.PageSize;
    }

    public async Task<IActionResult> OnPostHandledAsync(Guid id, CancellationToken ct)
    {
        await received.HandleAsync(id, handled: true, ct);
        return Back();
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        await received.HandleAsync(id, handled: false, ct);
        return Back();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        await received.DeleteAsync(id, person.RequiredId, ct);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.Content("~/admin/messages-recus" + (Handled ? "?traites=true" : string.Empty)));
}
