using EssConsult.Tickets.Door;

namespace EssConsult.Tickets.Tests;

public sealed class DoorPinTests
{
    [Theory]
    [InlineData("K7QF2M9X")]
    [InlineData("k7qf-2m9x")]
    [InlineData(" K7QF 2m9x ")]
    [InlineData("K7QF\u202F2M9X")]
    public void It_is_typed_as_one_likes(string typed) => DoorPin.Parse(typed)!.ToString().ShouldBe("K7QF-2M9X");

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("K7QF-2M9")]
    [InlineData("11111111")]
    [InlineData("12121212AA")]
    [InlineData("12345678")]
    [InlineData("12345678901")]
    [InlineData("éééààùùç")]
    public void A_short_or_poor_one_is_refused(string typed) => DoorPin.Parse(typed).ShouldBeNull();

    [Fact]
    public void Digits_alone_have_to_be_twelve() => DoorPin.Parse("1234 5678 9012").ShouldNotBeNull();

    [Fact]
    public void A_drawn_one_is_read_again()
    {
        for (var i = 0; i < 1000; i++)
        {
            var drawn = DoorPin.Draw().ToString();
            drawn.ShouldMatch("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$");
            DoorPin.Parse(drawn)!.ToString().ShouldBe(drawn);
        }
    }
}
