using System.Diagnostics;
using System.Globalization;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Kernel.Features;

/// <summary>What a reader sees instead of a page: nothing here says more than a status and, for a bug, its number.</summary>
[Public]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public int Status { get; set; } = StatusCodes500;

    /// <summary>The rule that a reader's request broke.</summary>
    public RuleException? Broken => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as RuleException;

    public string? ErrorId => Status == StatusCodes500 ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;

    public string Heading => Status switch
    {
        404 => "Cette page n’existe pas",
        403 => "Cette page ne vous est pas ouverte",
        400 => "Cette demande n’a pas pu être lue",
        409 => "Ce n’est pas possible",
        429 => "Trop d’envois à la suite. Réessayez dans une minute.",
        _ => "Une erreur est survenue",
    };

    public string Sentence => Status switch
    {
        404 => "L’adresse a peut-être changé, ou la page a été retirée.",
        403 => "Votre compte n’a pas le droit de la voir.",
        400 => "Revenez à la page précédente et recommencez. Ce que vous aviez écrit n’a pas été enregistré.",
        429 => "Rien n’est perdu : revenez en arrière et envoyez de nouveau.",
        _ => "Elle est notée. Si elle se répète, transmettez ce numéro à la collectivité.",
    };

    private const int StatusCodes500 = 500;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Status = Broken is null ? Status : StatusCodes.Status409Conflict;
        Response.StatusCode = Status is >= 400 and < 600 ? Status : StatusCodes500;
        if (!HttpContext.OriginalPath().StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return Page();
        }

        await Problems.WriteAsync(HttpContext, Response.StatusCode, "http." + Response.StatusCode.ToString(CultureInfo.InvariantCulture), Heading, ct);
        return new EmptyResult();
    }
}
