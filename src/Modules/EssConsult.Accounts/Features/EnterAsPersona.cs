using EssConsult.Accounts.Identification;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Features;

/// <summary>One click and no password: demo accounts marked as personas, which exist outside Production only.</summary>
internal sealed class EnterAsPersonaHandler(SiteDb db, Browser browser, Arrival arrival)
{
    public async Task<bool> HandleAsync(string? id, CancellationToken ct)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.Id == id && known.IsDemo && known.IsPersona, ct);
        if (person is null)
        {
            return false;
        }

        await arrival.EnterAsync(person, [browser.BrowserKey], Way.Persona, ct);
        return true;
    }
}
