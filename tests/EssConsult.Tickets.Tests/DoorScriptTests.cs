using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Tickets.Door;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets.Tests;

/// <summary><c>door-file.js</c> reads with WebCrypto what C# wrote.</summary>
public sealed class DoorScriptTests
{
    private static readonly DoorAttendee Anne = new()
    {
        Id = Sample.Ticket.Attendee, Name = "Anne-Cécile Lefœuvre", Organisation = "L’Œil du Phare", Note = "Boucle magnétique", Table = "12", Party = 2, Secret = Sample.Ticket.Secret,
    };

    private static readonly DoorAttendee Jean = new() { Id = Guid.Parse("01976a3e-8f00-7abc-8123-000000000002"), Name = "Jean 😀 Őrsi" };

    [Fact]
    public async Task It_opens_by_ticket_and_by_pin_and_refuses_others()
    {
        var file = DoorFile.Close(Sample.Door, [Anne, Jean], Sample.Pin);
        var stranger = Sample.Ticket with { Secret = TicketSecret.Create() };
        var code = TicketCode.Issue(Sample.Ticket, Sample.Key);
        var input = new
        {
            file = JsonNode.Parse(file.ToJson()),
            codes = new[] { code, TicketCode.Issue(stranger, Sample.Key), code[..^1], "https://nantes.example/", Base45.Encode([0x20, .. new byte[101]]) },
            pins = new[] { "k7qf 2m9x", "K7QF-2M9Y" },
            publicKey = Sample.Key.Public.ToBase64(),
            strangersKey = TicketKey.Create().Public.ToBase64(),
            now = new[] { Sample.Door.End.AddHours(23).ToUnixTimeMilliseconds(), Sample.Door.End.AddHours(24).ToUnixTimeMilliseconds() },
        };

        var seen = JsonNode.Parse(await Node.RunAsync("open-door-file.mjs", JsonSerializer.Serialize(input), TestContext.Current.CancellationToken))!;

        seen["attendees"]!.ToJsonString().ShouldBe($"[\"{Sample.Ticket.Attendee}\",\"{Sample.Ticket.Attendee}\",null,null,null]");
        seen["events"]!.ToJsonString().ShouldBe($"[\"{Sample.Plenary}\",\"{Sample.Plenary}\",null,null,null]");
        seen["genuine"]!.ToJsonString().ShouldBe("[true,true,null,null,null]");
        seen["strangers"]!.ToJsonString().ShouldBe("[false,false,null,null,null]");
        Read(seen["found"]![0]).ShouldBe(Anne with { Secret = null });
        seen["found"]!.AsArray().Skip(1).ShouldAllBe(found => found == null);
        seen["lists"]![0]!.AsArray().Select(Read).ShouldBe([Anne with { Secret = null }, Jean]);
        seen["lists"]![1].ShouldBeNull();
        seen["expired"]!.ToJsonString().ShouldBe("[false,true]");
    }

    private static DoorAttendee? Read(JsonNode? node) => node.Deserialize<DoorAttendee>(JsonSerializerOptions.Web);
}
