using System.Buffers.Text;
using System.Text;
using CsCheck;
using EssConsult.Tickets.Door;

namespace EssConsult.Tickets.Tests;

public sealed class DoorFileTests
{
    private static readonly IReadOnlyList<DoorAttendee> People = Sample.People(300);

    private static readonly DoorFile File = DoorFile.FromJson(DoorFile.Close(Sample.Door, People, Sample.Pin).ToJson());

    [Fact]
    public void Each_ticket_opens_its_own_record()
    {
        foreach (var person in People.Where(person => person.Secret is not null))
        {
            File.Find(person.Secret!.Value).ShouldBe(person with { Secret = null });
        }
    }

    [Fact]
    public void The_pin_opens_the_list_and_finds_somebody_without_a_ticket()
    {
        File.Open(Sample.Pin)!.ShouldBe(People.Select(person => person with { Secret = null }));
        File.Tickets.Count.ShouldBe(299);
    }

    [Fact]
    public void Any_record_comes_back_whole() => Gen.Select(Gen.String, Gen.String, Gen.Int[1, 10]).Array[1, 100].Sample(
        drawn =>
        {
            var people = drawn.Select(one => new DoorAttendee { Id = Guid.NewGuid(), Name = Text(one.Item1), Note = Text(one.Item2), Party = one.Item3, Secret = TicketSecret.Create() }).ToList();
            var file = DoorFile.FromJson(DoorFile.Close(Sample.Door, people, Sample.Pin).ToJson());
            return people.All(person => file.Find(person.Secret!.Value) == person with { Secret = null });
        },
        iter: 4);

    [Fact]
    public void Without_a_code_or_the_pin_no_word_of_anybody_is_read()
    {
        var json = File.ToJson();
        var boxes = File.Tickets.Values.Append(File.Names).Select(box => Base64Url.DecodeFromChars(box)).ToList();

        // The search finds what is in clear.
        json.ShouldContain("« Œuvrer ensemble »");

        // Of chance, random bytes spell three letters; five they do not.
        string[] words = ["Zénobie", "nobie", "Personne", "Zone LSF", "\"name\"", "\"note\"", .. People.Select(person => person.Id.ToString())];
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            json.ShouldNotContain(word, Case.Sensitive);
            boxes.Count(box => box.AsSpan().IndexOf(bytes) >= 0).ShouldBe(0, word);
        }

        foreach (var secret in People.Select(person => person.Secret).OfType<TicketSecret>())
        {
            json.ShouldNotContain(Base64Url.EncodeToString(secret.ToBytes()));
        }
    }

    [Fact]
    public void A_hundred_thousand_guessed_codes_open_nothing()
    {
        var hits = 0;
        Parallel.For(0, 100_000, _ =>
        {
            if (File.Find(TicketSecret.Create()) is not null)
            {
                Interlocked.Increment(ref hits);
            }
        });

        hits.ShouldBe(0);
    }

    [Theory]
    [InlineData("K7QF-2M9Y")]
    [InlineData("K7QF-2M9X-A")]
    public void Another_pin_opens_nothing(string typed) => File.Open(DoorPin.Parse(typed)!).ShouldBeNull();

    [Fact]
    public void One_changed_bit_of_a_record_is_refused_wherever_it_stands()
    {
        var (lookup, box) = File.Tickets.First();
        var secret = People.Select(person => person.Secret).OfType<TicketSecret>().Single(secret => (File with { Tickets = new Dictionary<string, string> { [lookup] = box } }).Find(secret) is not null);
        var bytes = Base64Url.DecodeFromChars(box);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            (File with { Tickets = new Dictionary<string, string> { [lookup] = Base64Url.EncodeToString(changed) } }).Find(secret).ShouldBeNull($"bit {bit}");
        }
    }

    [Fact]
    public void A_record_moved_to_another_ticket_or_another_expiry_does_not_open()
    {
        var secret = People[0].Secret!.Value;
        var boxes = File.Tickets.ToList();
        var moved = boxes.Select((pair, i) => KeyValuePair.Create(pair.Key, boxes[(i + 1) % boxes.Count].Value)).ToDictionary();

        (File with { Tickets = moved }).Find(secret).ShouldBeNull();
        (File with { Event = File.Event with { End = File.Event.End.AddDays(1) } }).Find(secret).ShouldBeNull();
    }

    [Fact]
    public void A_long_note_does_not_show_from_outside() =>
        Close(Person("")).Tickets.Values.Single().Length.ShouldBe(Close(Person("Fauteuil roulant, accompagnante, régime sans gluten")).Tickets.Values.Single().Length);

    [Fact]
    public void Two_files_of_the_same_people_share_no_identifier() =>
        DoorFile.Close(Sample.Door, People, Sample.Pin).Tickets.Keys.Intersect(File.Tickets.Keys).ShouldBeEmpty();

    [Fact]
    public void Records_are_not_in_the_order_of_registration() => File.Tickets.Keys.ShouldBe(File.Tickets.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_stands_in_clear_is_the_event_its_counts_and_its_end()
    {
        File.Event.ShouldBe(Sample.Door with { Records = 300, People = People.Sum(person => person.Party) });
        File.Event.Expires.ShouldBe(Sample.Door.End.AddHours(24));
        File.Rounds.ShouldBe(600_000);
    }

    [Fact]
    public void Two_people_cannot_have_one_ticket()
    {
        var person = Person("");

        Should.Throw<ArgumentException>(() => DoorFile.Close(Sample.Door, [person, person with { Name = "Another" }], Sample.Pin));
    }

    private static DoorAttendee Person(string note) => new() { Id = Guid.NewGuid(), Name = "Zénobie", Note = note, Secret = TicketSecret.Create() };

    private static DoorFile Close(DoorAttendee person) => DoorFile.FromJson(DoorFile.Close(Sample.Door, [person], Sample.Pin).ToJson());

    private static string Text(string letters) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(letters));
}
