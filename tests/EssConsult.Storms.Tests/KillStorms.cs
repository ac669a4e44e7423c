using System.Globalization;

namespace EssConsult.Storms.Tests;

/// <summary>Two hundred people send at once, moderators accept meanwhile, and the process is killed in the middle: twenty times on the same data.</summary>
public sealed class KillStorms
{
    private const int Rounds = 20;
    private const int ToModerate = 40;

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task What_was_acknowledged_survives_a_kill_whole_and_with_each_effect_once(Database database)
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var site = await SiteProcess.PrepareAsync(database, "ess-roadmap");
        await StormRecipe.PlayAsync(site.Folder, file => site.CommandAsync("recipe", "run", file));
        await site.StartAsync();
        var storm = new Storm(site);
        await storm.GatherAsync();

        var waiting = new List<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            var word = "tempête" + Letters(round);
            await storm.PrepareAsync(word);
            var survived = await storm.BlowAsync(killAfter: dice.Next(0, StormRecipe.Citizens.Count), [.. waiting.Take(ToModerate)]);
            await site.StartAsync();

            (await storm.SettleAsync()).ShouldBeEmpty($"{database}, round {round}, seed {seed}: {survived}");
            (await storm.FindAsync(word)).ShouldBe(await storm.PublishedAsync(word), ignoreOrder: true, $"{database}, round {round}, seed {seed}: what the index holds");
            waiting = await storm.WaitingAsync();
            TestContext.Current.TestOutputHelper!.WriteLine($"{database} round {round}: {survived}");
        }

        storm.HasPromised.ShouldBeTrue(storm.Totals);
        site.Kill();
        await site.EndedAsync();
        var (code, chain) = await site.CommandAsync("audit", "verify");
        code.ShouldBe(0, chain);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: {storm.Totals}. {chain.Split('\n').First(line => line.Contains("Chaîne", StringComparison.Ordinal))}");
    }

    private static string Letters(int round) => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + (round / 10))}{(char)('a' + (round % 10))}x");
}
