using System.Security.Cryptography;
using System.Text.Json;
using EssConsult.Seating.Tables;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tables;

/// <param name="Tables">Null: as many as <paramref name="SeatsPerTable"/> asks for.</param>
internal sealed record TablesAsked(int? Tables, int? SeatsPerTable, int Rounds, IReadOnlyList<string> Traits);

/// <summary>Composes the tables of an event, and composes them anew with those who came; one plan an event, the last one.</summary>
internal sealed class Composing(SiteDb db, Guests guests, IPresentPeople present, TraitChoices choices, TimeProvider clock)
{
    private const int MostTables = 200;
    private const int MostRounds = 10;
    private const int MostPeople = 2000;

    public Task<StoredPlan?> FindAsync(string eventId, CancellationToken ct) => db.Set<StoredPlan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.EventId == eventId, ct);

    public static TablePlan Read(StoredPlan plan) => JsonSerializer.Deserialize<TablePlan>(plan.Plan)!;

    /// <exception cref="RuleException">Nobody is registered, or a number is out of bounds.</exception>
    public async Task ComposeAsync(EventRow row, TablesAsked asked, string personId, CancellationToken ct)
    {
        var traits = choices.Of(row).Where(trait => asked.Traits.Contains(trait.Key)).ToList();
        var people = await guests.ReadAsync(row, await new ExpectedPeople(db).ListAsync(row.ContentItemId, ct), traits, ct);
        var tables = asked.Tables ?? (asked.SeatsPerTable is > 0 and var seats ? (people.Count + seats - 1) / seats : 0);
        Check(people.Count, tables, asked.Rounds);
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var request = new TableRequest { People = people, Tables = tables, Rounds = asked.Rounds, Seed = seed };
        var plan = await Task.Run(() => TablePlanner.Plan(request), ct);
        await StoreAsync(Describe(row, plan, traits, seed, personId, isOfPresent: false), plan, ct);
    }

    /// <summary>Seats those who came, and moves few.</summary>
    /// <param name="firstRound">From 1: rounds before it have taken place.</param>
    /// <param name="smallest">Tables with fewer people than this close.</param>
    /// <exception cref="RuleException">No plan yet, nobody came, or a number is out of bounds.</exception>
    public async Task RecomposeAsync(EventRow row, int firstRound, int smallest, string personId, CancellationToken ct)
    {
        var stored = await FindAsync(row.ContentItemId, ct) ?? throw new RuleException("tables.none", "Composez d’abord les tables.");
        if (firstRound < 1 || firstRound > stored.Rounds || smallest is < 1 or > 50)
        {
            throw new RuleException("tables.rounds", "De 1 à {0} tours.", stored.Rounds) { Field = "FirstRound" };
        }

        var traits = choices.Of(row).Where(trait => stored.Traits.Split('\n').Contains(trait.Key)).ToList();
        var people = await guests.ReadAsync(row, await present.ListAsync(row.ContentItemId, ct), traits, ct);
        Check(people.Count, stored.Tables, stored.Rounds);
        var request = new RebalanceRequest { Present = people, MinimumSize = smallest, FirstRound = firstRound - 1, Seed = stored.Seed };
        var plan = await Task.Run(() => TablePlanner.Rebalance(Read(stored), request), ct);
        await StoreAsync(Describe(row, plan, traits, stored.Seed, personId, isOfPresent: true), plan, ct);
    }

    private static void Check(int people, int tables, int rounds)
    {
        if (people is 0 or > MostPeople)
        {
            throw new RuleException("tables.nobody", "Il faut des personnes inscrites pour composer des tables, {0} au plus.", MostPeople);
        }

        if (tables is < 1 or > MostTables || tables > people)
        {
            throw new RuleException("tables.number", "De 1 à {0} tables, et au moins une personne par table.", MostTables) { Field = "Tables" };
        }

        if (rounds is < 1 or > MostRounds)
        {
            throw new RuleException("tables.rounds", "De 1 à {0} tours.", MostRounds) { Field = "Rounds" };
        }
    }

    private StoredPlan Describe(EventRow row, TablePlan plan, IReadOnlyList<TraitChoice> traits, int seed, string personId, bool isOfPresent) => new()
    {
        EventId = row.ContentItemId, Tables = plan.Rounds[0].Tables.Count, Rounds = plan.Rounds.Count, Traits = string.Join('\n', traits.Select(trait => trait.Key)), Plan = JsonSerializer.Serialize(plan), Seed = seed,
        ComposedUtc = clock.UtcNow(), ComposedById = personId, IsOfPresent = isOfPresent,
    };

    private async Task StoreAsync(StoredPlan stored, TablePlan plan, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<StoredPlan>().Where(old => old.EventId == stored.EventId).ExecuteDeleteAsync(ct);

        // Who sat in an earlier round and has left since keeps no row.
        var ids = plan.Rounds.SelectMany(round => round.Tables).SelectMany(table => table).Select(id => Guid.ParseExact(id, "N")).ToHashSet();
        var known = (await db.Set<Attendee>().Where(attendee => ids.Contains(attendee.Id)).Select(attendee => attendee.Id).ToListAsync(ct)).ToHashSet();
        db.Add(stored);
        foreach (var (round, tables) in plan.Rounds.Index())
        {
            db.AddRange(tables.Tables.Index().SelectMany(table => table.Item.Select(id => Guid.ParseExact(id, "N")).Where(known.Contains)
                .Select(id => new TableSeat { PlanId = stored.Id, AttendeeId = id, Round = round + 1, Table = table.Index + 1 })));
        }

        db.Audit(new AuditEntry(stored.IsOfPresent ? "tables.recomposed" : "tables.composed", stored.EventId, stored.ComposedById, new { stored.Tables, stored.Rounds, stored.Traits, stored.Seed }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
