using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Security;

namespace EssConsult.Architecture.Tests.Authorization;

/// <summary>The site of the shipped recipe with the demonstration: something to read behind every door.</summary>
public sealed class DemoSites() : Sites(new SiteOptions { Recipe = "ess-roadmap,demo" });

/// <summary>Every door × every role, by real requests, against the committed table.</summary>
public sealed class AuthorizationTests(DemoSites sites) : IClassFixture<DemoSites>
{
    // These move by themselves.
    private static readonly string[] Moving = ["lease", "outbox_cursor", "mail_message"];

    private static readonly Expectations Table = Expectations.Read();

    public static TheoryData<string> Roles => [.. Table.Roles];

    [Fact]
    public async Task Every_door_has_a_line_and_every_line_a_door()
    {
        var doors = await DoorsAsync();

        doors.Where(door => !Table.Lines.ContainsKey(door.Key)).Select(door => Expectations.Format([door.Verb, door.Address, door.Statement, .. Table.Roles.Select(_ => "?")]))
            .ShouldBeEmpty($"Add to {Expectations.File}.");
        Table.Lines.Keys.Except(doors.Select(door => door.Key)).ShouldBeEmpty($"Remove from {Expectations.File}.");
    }

    [Fact]
    public async Task Every_door_states_what_its_line_says()
    {
        var wrong = (await DoorsAsync()).Where(door => Table.Lines.TryGetValue(door.Key, out var line) && line.Statement != door.Statement);

        wrong.Select(door => $"{door.Key} states {door.Statement}, not {Table.Lines[door.Key].Statement}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_columns_are_the_roles_of_the_shipped_recipe()
    {
        var roles = await (await SiteAsync()).UseAsync<IRoles, IReadOnlyList<RoleView>>(book => book.ListAsync(default));

        Table.Roles.ShouldBe(roles.Select(role => role.Name), ignoreOrder: true);
        Table.Roles.ShouldContain(SystemRoles.Administrator);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_opens_its_doors_and_no_other(string role)
    {
        var site = await SiteAsync();
        var caller = new Caller(site, role, await Samples.FindAsync(site));
        var wrong = new List<string>();
        foreach (var door in await DoorsAsync())
        {
            var expected = Table.Of(door, role);
            var found = await caller.TryAsync(door, withToken: expected != "ok");
            if (found != expected)
            {
                wrong.Add($"{door.Key}: {found} instead of {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_refused_post_changes_nothing(string role)
    {
        var site = await SiteAsync();

        // Cookies say when they were issued to the second: one of the site's first second is checked anew, and the visit noted, with each request.
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var caller = new Caller(site, role, await Samples.FindAsync(site));
        var refused = (await DoorsAsync()).Where(door => door.Verb != "GET" && Table.Of(door, role) != "ok").ToList();
        foreach (var some in refused.Chunk(30))
        {
            await caller.ArriveAsync();
            await site.CatchUpAsync();
            var before = await site.DumpAsync(Moving);
            foreach (var door in some)
            {
                await caller.TryAsync(door, withToken: true);
            }

            await site.CatchUpAsync();
            var after = await site.DumpAsync(Moving);
            after.Except(before).Concat(before.Except(after)).ShouldBeEmpty();
        }
    }

    private Task<Site> SiteAsync() => sites.OnAsync(Database.Sqlite);

    private async Task<IReadOnlyList<Door>> DoorsAsync() => await Door.ListAsync((await SiteAsync()).Services);
}
