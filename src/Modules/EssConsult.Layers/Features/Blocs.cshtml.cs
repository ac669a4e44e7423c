using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Layers.Features;

/// <summary>The zones with what stands in them, and the layers.</summary>
[RequirePermission(Permissions.ManageLayers)]
internal sealed class BlocsModel(ListZones zones, PlaceWidget place) : PageModel, IReloadsForm
{
    public ZoneBoard Board { get; private set; } = null!;

    /// <summary>What the page before has done: <c>retire</c>, <c>enregistre</c>, <c>supprime</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "acte")] string? act, [FromForm] string? id, [FromForm] string? type, [FromForm] string? zone, [FromForm] string? layer, [FromForm] bool title, CancellationToken ct)
    {
        switch (act)
        {
            case "ajouter":
                return LocalRedirect(Url.Content($"~/admin/contenus/{await place.AddAsync(type, zone, layer, ct)}"));
            case "haut" or "bas":
                await place.MoveAsync(id ?? string.Empty, act == "haut" ? -1 : 1, ct);
                break;
            case "placer":
                await place.PutAsync(id ?? string.Empty, layer, zone, title, ct);
                break;
            case "retirer":
                await place.TakeOutAsync(id ?? string.Empty, ct);
                return LocalRedirect(Url.Content($"~/admin/blocs?fait=retire&bloc={Uri.EscapeDataString(id ?? string.Empty)}"));
        }

        return LocalRedirect(Url.Content($"~/admin/blocs#bloc-{Uri.EscapeDataString(id ?? string.Empty)}"));
    }

    public async Task ReloadAsync(CancellationToken ct) => Board = await zones.ReadAsync(ct);
}
