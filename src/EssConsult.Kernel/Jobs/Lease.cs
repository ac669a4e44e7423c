using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Jobs;

/// <summary>A turn to run that one process holds at a time; it lapses by itself when the holder dies.</summary>
internal sealed class Lease
{
    /// <summary>This process, by a name that no restart repeats.</summary>
    internal static readonly string Holder = Guid.CreateVersion7().ToString("N");

    public required string Name { get; init; }

    public required string TakenBy { get; set; }

    public DateTime UntilUtc { get; set; }

    /// <summary>Takes or renews the lease inside the caller's transaction.</summary>
    public static async Task<bool> TakeAsync(SiteDb db, string name, DateTime now, TimeSpan length, CancellationToken ct)
    {
        var until = now + length;
        var renewed = await db.Set<Lease>()
            .Where(lease => lease.Name == name && (lease.TakenBy == Holder || lease.UntilUtc < now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.TakenBy, Holder).SetProperty(lease => lease.UntilUtc, until), ct);
        if (renewed == 1)
        {
            return true;
        }

        var insert = FormattableStringFactory(name, until);
        return await db.Database.ExecuteSqlAsync(insert, ct) == 1;
    }

    private static FormattableString FormattableStringFactory(string name, DateTime until) =>
        $"INSERT INTO lease (name, taken_by, until_utc) VALUES ({name}, {Holder}, {until}) ON CONFLICT DO NOTHING";
}
