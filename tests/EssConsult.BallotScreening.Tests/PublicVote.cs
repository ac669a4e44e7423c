using System.Globalization;

namespace EssConsult.BallotScreening.Tests;

/// <summary>A public vote with its cheats, drawn from a published seed. All that a cheat or an honest crowd can vary is drawn too, so that thresholds cannot be made for one vote.</summary>
internal sealed class PublicVote
{
    private static readonly string[] Great = ["gmail.com", "gmail.com", "gmail.com", "orange.fr", "orange.fr", "hotmail.fr", "free.fr", "laposte.net", "yahoo.fr", "outlook.com", "icloud.com", "sfr.fr"];
    private static readonly string[] Syllables = ["ma", "lo", "ri", "ne", "tan", "le", "bou", "gui", "per", "fa", "de", "cla", "sou", "mi", "jo", "ha", "vi", "cor", "ba", "ro", "mar", "lin", "che", "tho", "ga"];

    private readonly Random random;
    private readonly AddressKey key;
    private readonly List<(ScreenedBallot Ballot, string? Cheat)> cast = [];
    private readonly int options;
    private readonly int choices;
    private readonly TimeSpan length;
    private ulong tokens;

    public PublicVote(int seed, int honest, int fakes)
    {
        random = new Random(seed);
        key = new AddressKey([.. Enumerable.Range(0, 32).Select(number => (byte)(number * seed))]);
        (options, choices, length) = (random.Next(8, 40), random.Next(1, 4), TimeSpan.FromDays(random.Next(7, 22)));
        var left = honest;
        for (var crowd = random.Next(2, 6); crowd > 0; crowd--)
        {
            left -= School(random.Next(60, 200)) + Company(random.Next(60, 300)) + Mailing(random.Next(200, 800));
        }

        for (; left > 0; left--)
        {
            Add(null, AnyTime(), Name(), Domain(), Network(), Choose(), Reading());
        }

        Aliases(fakes / 4);
        Bursts(fakes / 4);
        Drip(fakes / 4);
        Pattern(fakes / 4);
        cast.Sort((a, b) => a.Ballot.At != b.Ballot.At ? a.Ballot.At.CompareTo(b.Ballot.At) : string.CompareOrdinal(a.Ballot.Id, b.Ballot.Id));
    }

    public IReadOnlyList<(ScreenedBallot Ballot, string? Cheat)> Cast => cast;

    private int School(int people)
    {
        var (start, network, own, pride, lasts) = (AnyTime(), Own("school"), random.Next(options), 0.6 + (random.NextDouble() * 0.35), random.Next(20, 60));
        var domain = random.Next(2) == 0 ? $"ecole{random.Next(1000)}.fr" : null;
        for (var one = 0; one < people; one++)
        {
            Add(null, start.AddMinutes(random.NextDouble() * lasts), Name(), domain ?? Domain(), network, Choose(random.NextDouble() < pride ? own : null), Reading());
        }

        return people;
    }

    private int Company(int people)
    {
        var (start, network, own, pride, domain) = (AnyTime(), Own("company"), random.Next(options), 0.4 + (random.NextDouble() * 0.45), $"societe{random.Next(1000)}.com");
        for (var one = 0; one < people; one++)
        {
            Add(null, start.AddHours(random.NextDouble() * 9), Name(), random.Next(10) == 0 ? Domain() : domain, network, Choose(random.NextDouble() < pride ? own : null), Reading());
        }

        return people;
    }

    /// <summary>A letter to all members: they come at once, fewer and fewer.</summary>
    private int Mailing(int people)
    {
        var (start, own, mean) = (AnyTime(), random.Next(options), random.Next(15, 90));
        for (var one = 0; one < people; one++)
        {
            Add(null, start.AddMinutes(-Math.Log(1 - random.NextDouble()) * mean), Name(), Domain(), Network(), Choose(random.NextDouble() < 0.9 ? own : null), Reading());
        }

        return people;
    }

    /// <summary>Few mailboxes with many spellings, from anywhere and at human pace.</summary>
    private void Aliases(int fakes)
    {
        var (mine, per) = (Choose(), random.Next(10, 80));
        for (var one = 0; one < fakes; one++)
        {
            var (mailbox, variant) = (one / per, one % per);
            var local = new Random(mailbox * 7919).Next(1_000_000).ToString("pirate000000", CultureInfo.InvariantCulture);
            var spelled = random.Next(3) switch
            {
                0 => $"{local}+{variant}",
                1 => string.Concat(local.Select(letter => random.Next(3) == 0 ? $"{letter}." : $"{letter}")).TrimEnd('.'),
                _ => string.Concat(local.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : letter)),
            };
            Add("aliases", AnyTime(), spelled, random.Next(2) == 0 ? "gmail.com" : "GoogleMail.com", Network(), mine, Reading());
        }
    }

    /// <summary>A program that votes as fast as it can, from one network or from many.</summary>
    private void Bursts(int fakes)
    {
        for (var done = 0; done < fakes;)
        {
            var (start, size, lasts, mine, networks, style) = (AnyTime(), Math.Min(fakes - done, random.Next(150, 700)), 2 + (random.NextDouble() * 10), Choose(), random.Next(1, 60), random.Next(3));
            for (var one = 0; one < size; one++)
            {
                Add("burst", start.AddMinutes(random.NextDouble() * lasts), style == 0 ? Letters(9) : Name(), style == 1 ? $"ferme{random.Next(3)}.net" : Domain(), Own($"burst{start.Ticks}{random.Next(networks)}"), mine, TimeSpan.FromSeconds(0.3 + (random.NextDouble() * 4)));
            }

            done += size;
        }
    }

    /// <summary>One vote after the other by a clock that trembles; a network of its own that changes now and then, or a domain of its own.</summary>
    private void Drip(int fakes)
    {
        var (mine, beat, tremble, ownDomain, block) = (Choose(), 20 + (random.NextDouble() * 180), 0.1 + (random.NextDouble() * 0.7), random.Next(2) == 0, random.Next(60, 900));
        var at = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(random.Next(24));
        for (var one = 0; one < fakes; one++)
        {
            at = at.AddSeconds(beat * (1 + (tremble * ((2 * random.NextDouble()) - 1))));
            Add("drip", at, Name(), ownDomain ? "goutte.org" : Domain(), ownDomain ? Network() : Own($"drip{one / block}"), mine, Reading());
        }
    }

    /// <summary>Addresses made by a program, the same choices, at any time and from anywhere.</summary>
    private void Pattern(int fakes)
    {
        var (mine, style, length, stem, domains) = (Choose(), random.Next(3), random.Next(7, 13), Name(), random.Next(1, 6));
        for (var one = 0; one < fakes; one++)
        {
            var local = style switch { 0 => $"{stem}{one}", 1 => Letters(length), _ => Name() };
            Add("pattern", AnyTime(), local, style == 0 ? Domain() : $"fabrique{random.Next(domains)}.eu", Network(), mine, Reading());
        }
    }

    private void Add(string? cheat, DateTime at, string local, string domain, ulong network, ulong chosen, TimeSpan reading) => cast.Add((new ScreenedBallot
    {
        Id = cast.Count.ToString("000000", CultureInfo.InvariantCulture), At = at, Address = key.Of($"{local}@{domain}")!, Prefix = network, Choices = chosen, OnForm = reading,
        Token = random.Next(400) == 0 ? tokens : ++tokens,
    }, cheat));

    private DateTime AnyTime()
    {
        // Few by night.
        while (true)
        {
            var at = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc).Add(length * random.NextDouble());
            if (random.NextDouble() < (at.Hour is >= 7 and < 22 ? 1 : 0.12))
            {
                return at;
            }
        }
    }

    private string Name()
    {
        string Word() => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return random.Next(4) switch { 0 => $"{Word()}.{Word()}", 1 => $"{Word()}{Word()}", 2 => $"{Word()}.{Word()}{random.Next(100)}", _ => $"{Word()[..1]}.{Word()}{random.Next(1950, 2012)}" };
    }

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(26))));

    private string Domain() => random.Next(100) switch { < 80 => Great[random.Next(Great.Length)], < 99 => $"structure{random.Next(900)}.fr", _ => $"perso{random.Next(100_000)}.name" };

    /// <summary>A few carriers have many people behind them.</summary>
    private ulong Network() => (ulong)(9000 * Math.Pow(random.NextDouble(), 3));

    private ulong Own(string name) => key.HashOf(name);

    private ulong Choose(int? first = null)
    {
        var chosen = new SortedSet<int> { first ?? (int)(options * Math.Pow(random.NextDouble(), 1.7)) };
        while (chosen.Count < choices)
        {
            chosen.Add(random.Next(options));
        }

        return key.HashOf(string.Join(',', chosen));
    }

    /// <summary>Most take a minute; one in a hundred had decided before.</summary>
    private TimeSpan Reading() => TimeSpan.FromSeconds(random.Next(100) == 0 ? 2 + (random.NextDouble() * 4) : 7 + (-Math.Log(1 - random.NextDouble()) * 45));
}
