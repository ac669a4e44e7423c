using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

internal static class ReturnPath
{
    /// <summary>Back to where the visitor came from, on this site only; else to the home page.</summary>
    public static IActionResult GoTo(this PageModel page, string? address) => page.LocalRedirect(page.Local(address) ?? page.Url.Content("~/"));

    /// <summary>The address if it is a path of this site; null for any other.</summary>
    public static string? Local(this PageModel page, string? address) => page.Url.IsLocalUrl(address) && !address!.StartsWith('~') ? address : null;
}
