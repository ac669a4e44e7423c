using EssConsult.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[Public]
internal sealed class SignOutModel(Session session) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await session.CloseAsync();
        return LocalRedirect(Url.Content("~/"));
    }
}
