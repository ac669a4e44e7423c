using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// Fills the places that a theme keeps for what the site's administrators put there: <c>{% render_section 'Footer' %}</c>, Orchard's
/// zones. Asked for several times on every page, it answers from memory.
/// </summary>
public interface IZones
{
    /// <returns>Safe HTML; null where nothing stands.</returns>
    ValueTask<string?> DrawAsync(string zone, HttpContext context);
}
