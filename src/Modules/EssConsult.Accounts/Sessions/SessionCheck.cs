using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Sessions;

/// <summary>Ends sessions that are over or revoked, and answers those who have none.</summary>
internal sealed class SessionCheck(SiteDb db, StaleSessions stale, SessionLength length, IUserClaimsPrincipalFactory<Person> claims, TimeProvider clock, IProblemDetailsService problems)
    : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (id is null || length.IsOver(context.Properties))
        {
            await RejectAsync(context);
            return;
        }

        if (!stale.MustCheck(id, context.Properties.IssuedUtc ?? DateTimeOffset.MinValue))
        {
            return;
        }

        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.Id == id, context.HttpContext.RequestAborted);
        if (person is null || person.IsDisabled || person.SecurityStamp != context.Principal!.FindFirstValue(PersonClaims.Stamp))
        {
            await RejectAsync(context);
            return;
        }

        context.ReplacePrincipal(await claims.CreateAsync(person));
        if (length.LacksEnd(context.Properties, context.Principal!))
        {
            length.Apply(context.Properties, context.Principal!);
        }

        context.ShouldRenew = true;
        await NoteVisitAsync(person, context.HttpContext.RequestAborted);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        context.HttpContext.WantsJson() ? RefuseAsync(context.HttpContext, StatusCodes.Status401Unauthorized) : base.RedirectToLogin(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.HttpContext.WantsJson() ? RefuseAsync(context.HttpContext, StatusCodes.Status403Forbidden) : Task.CompletedTask;
    }

    private async Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = { Status = status } });
    }

    private async Task NoteVisitAsync(Person person, CancellationToken ct)
    {
        person.LastSeenUtc = clock.UtcNow();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two requests of one person at once: either note of the visit will do.
            db.ChangeTracker.Clear();
        }
    }

    private static Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
