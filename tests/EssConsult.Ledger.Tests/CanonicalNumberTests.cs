using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace EssConsult.Ledger.Tests;

public sealed class CanonicalNumberTests
{
    /// <summary>RFC 8785, appendix B: the bits of the double, and how it is written.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Doubles_are_written_as_the_appendix_of_the_RFC_writes_them(string bits, string written) => Written(bits).ShouldBe(written);

    /// <summary>Written by node 20, JSON.stringify. .NET alone drops the last digit, and reads a neighbour back.</summary>
    [Theory, InlineData("3e60000000000000", "2.9802322387695312e-8"), InlineData("0410000000000000", "4.1045368012983762e-289")]
    public void Powers_of_two_that_dotnet_cuts_short_keep_their_last_digit(string bits, string written) => Written(bits).ShouldBe(written);

    [Theory, InlineData("7fffffffffffffff"), InlineData("7ff0000000000000"), InlineData("fff0000000000000")]
    public void What_is_not_finite_is_refused(string bits) => Should.Throw<JsonException>(() => Written(bits));

    [Fact]
    public void An_infinity_of_single_precision_is_refused_too() => Should.Throw<JsonException>(() => CanonicalJson.Text(JsonValue.Create(float.NegativeInfinity)));

    [Theory, InlineData("1e400"), InlineData("[-1e400]")]
    public void A_text_too_great_for_a_double_is_refused(string json)
    {
        Should.Throw<JsonException>(() => CanonicalJson.Text(json));
        Should.Throw<JsonException>(() => CanonicalJson.Text(JsonNode.Parse(json)));
    }

    /// <summary>Places of the point that ECMA-262, Number::toString, tells apart.</summary>
    [Theory]
    [InlineData("1E30", "1e+30"), InlineData("4.50", "4.5"), InlineData("2e-3", "0.002"), InlineData("0.000000000000000000000000001", "1e-27"), InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("-0", "0"), InlineData("-0.0e5", "0"), InlineData("1e-400", "0"), InlineData("56.0", "56"), InlineData("1e21", "1e+21"), InlineData("123e18", "123000000000000000000"), InlineData("-1.5e-7", "-1.5e-7"), InlineData("12.5e-7", "0.00000125")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void A_number_has_one_way_to_be_written(string json, string written) => CanonicalJson.Text(json).ShouldBe(written);

    [Fact]
    public void NET_numbers_are_written_as_the_doubles_they_read_as() =>
        CanonicalJson.Text(new JsonArray(1, 1.10m, 0.1f, long.MaxValue, (byte)7)).ShouldBe("[1,1.1,0.1,9223372036854776000,7]");

    [Fact]
    public void Every_finite_double_reads_back_as_itself() => Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite).Sample(
        value => double.Parse(CanonicalJson.Text(JsonValue.Create(value)), CultureInfo.InvariantCulture).Equals(value), iter: 20_000);

    [Fact]
    public void Every_power_of_two_reads_back_as_itself() => Enumerable.Range(-1074, 2098).Select(exponent => Math.ScaleB(1, exponent))
        .Where(value => !double.Parse(CanonicalJson.Text(JsonValue.Create(value)), CultureInfo.InvariantCulture).Equals(value)).ShouldBeEmpty();

    private static string Written(string bits) => CanonicalJson.Text(JsonValue.Create(BitConverter.UInt64BitsToDouble(Convert.ToUInt64(bits, 16))));
}
