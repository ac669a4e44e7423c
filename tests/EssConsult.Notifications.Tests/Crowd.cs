using System.Globalization;
using EssConsult.Accounts.Contracts;

namespace EssConsult.Notifications.Tests;

/// <summary>Many followers at once.</summary>
internal static class Crowd
{
    private const int ATime = 1000;

    /// <summary>Accounts that follow the item; their ids.</summary>
    public static async Task<IReadOnlyList<string>> CrowdAsync(this Site site, string item, int count)
    {
        var ids = Enumerable.Range(0, count).Select(number => "p" + number.ToString("D25", CultureInfo.InvariantCulture)).ToList();
        foreach (var some in ids.Chunk(ATime))
        {
            await site.SavingAsync<IDemoPeople>(people => people.AddAsync([.. some.Select(id => new DemoPerson(id, "Personne " + id[^6..], id + "@example.org", [], Persona: true))], default));
            await site.FollowAsync(item, some);
        }

        await site.CatchUpAsync();
        return ids;
    }
}
