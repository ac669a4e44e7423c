using EssConsult.Tickets.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Tickets;

/// <summary>
/// The site's Ed25519 keys, the first drawn when it is first needed. Ask for them before a transaction opens: drawing one is a write
/// of its own. A key whose protection was lost (a restored database without its key ring) is followed by a new one and stays public.
/// </summary>
internal sealed class TicketKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("EssConsult.Registration.ticket-key");
    private volatile TicketKey? current;

    /// <summary>The key that signs.</summary>
    public async Task<TicketKey> CurrentAsync(CancellationToken ct)
    {
        while (current is null)
        {
            current = await FindOrDrawAsync(ct);
        }

        return current;
    }

    /// <summary>All public keys, the one that signs first.</summary>
    public async Task<IReadOnlyList<TicketPublicKey>> PublicAsync(CancellationToken ct)
    {
        await CurrentAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<TicketKeyRow>().OrderByDescending(row => row.Number).Select(row => row.PublicBytes).ToListAsync(ct);
        return [.. rows.Select(bytes => TicketPublicKey.FromBytes(bytes))];
    }

    /// <returns>Null when another node has just drawn one: it is read next.</returns>
    private async Task<TicketKey?> FindOrDrawAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var newest = await db.Set<TicketKeyRow>().AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        if (protector.Read(newest?.Sealed) is { } bytes)
        {
            return TicketKey.FromBytes(Convert.FromBase64String(bytes));
        }

        var drawn = TicketKey.Create();
        db.Add(new TicketKeyRow { Number = (newest?.Number ?? 0) + 1, PublicBytes = drawn.Public.ToBytes(), Sealed = protector.Protect(Convert.ToBase64String(drawn.ToBytes())), CreatedUtc = clock.UtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
            return drawn;
        }
        catch (RuleException drawnElsewhere) when (drawnElsewhere.Code == TicketTables.KeyDrawn)
        {
            return null;
        }
    }
}
