using CsCheck;

namespace EssConsult.Actors.Tests;

public sealed class PositionTests
{
    [Theory]
    [InlineData(47.2184, -1.5536)]
    [InlineData(-21.1151, 55.5364)]
    [InlineData(4.9372, -52.3260)]
    [InlineData(16.2411, -61.5331)]
    public void A_place_in_France_is_taken_as_it_is(double latitude, double longitude) =>
        ActorPosition.Read(latitude, longitude).ShouldBe(new ActorPosition(latitude, longitude, null));

    [Fact]
    public void Swapped_coordinates_of_any_place_in_metropolitan_France_are_put_right_and_doubted() =>
        Gen.Select(Gen.Double[41.3, 51.1], Gen.Double[-5.2, 9.6]).Sample((latitude, longitude) =>
            ActorPosition.Read(longitude, latitude) == new ActorPosition(latitude, longitude, PositionDoubt.Swapped));

    [Fact]
    public void A_place_abroad_is_kept_and_doubted() => ActorPosition.Read(48.2082, 16.3738)!.Doubt.ShouldBe(PositionDoubt.OutsideFrance);

    [Fact]
    public void Numbers_that_are_no_place_are_refused() => ActorPosition.Read(472184, -15536).ShouldBeNull();
}
