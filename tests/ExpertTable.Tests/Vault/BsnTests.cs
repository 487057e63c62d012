using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Vault;

public sealed class BsnTests
{
    private static readonly BsnPolicy InDevelopment = new(TestNumbersAllowed: true);
    private static readonly BsnPolicy InProduction = new(TestNumbersAllowed: false);

    [Theory]
    [InlineData("111222333")]
    [InlineData("123456782")]
    [InlineData("010464554")]
    [InlineData("999995492")]
    public void Numbers_that_pass_the_eleven_test_are_taken(string digits) => Assert.Equal(digits, InDevelopment.Parse(digits, "identity.bsn").Digits);

    [Theory]
    [InlineData("000000000")]
    [InlineData("123456789")]
    [InlineData("111222334")]
    [InlineData("12345678")]
    [InlineData("1234567820")]
    [InlineData("12345678a")]
    [InlineData("١٢٣٤٥٦٧٨٢")]
    [InlineData("")]
    public void Others_are_refused_without_being_repeated(string text)
    {
        var broken = Assert.Throws<DomainException>(() => InDevelopment.Parse(text, "identity.bsn"));

        Assert.Equal("BSN_INVALID", broken.Rule.Code);
        Assert.Equal("identity.bsn", broken.Field);
        Assert.Empty(broken.Metadata);
    }

    [Fact]
    public void One_wrong_digit_and_two_swapped_ones_never_pass()
    {
        const string right = "123456782";
        for (var place = 0; place < right.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
                Assert.Equal(digit == right[place], Bsn.PassesElevenTest($"{right[..place]}{digit}{right[(place + 1)..]}"));
        }

        for (var place = 0; place < right.Length - 2; place++)
            Assert.False(Bsn.PassesElevenTest($"{right[..place]}{right[place + 1]}{right[place]}{right[(place + 2)..]}"));
    }

    [Theory]
    [InlineData("999900006", true)]
    [InlineData("999999990", true)]
    [InlineData("999995492", true)]
    [InlineData("123456782", false)]
    [InlineData("999899995", false)]
    public void Test_numbers_are_refused_outside_development(string digits, bool isTestNumber)
    {
        Assert.Equal(digits, InDevelopment.Parse(digits, "identity.bsn").Digits);
        if (isTestNumber)
            Assert.Equal("BSN_TEST_NUMBER", Assert.Throws<DomainException>(() => InProduction.Parse(digits, "identity.bsn")).Rule.Code);
        else
            Assert.Equal(digits, InProduction.Parse(digits, "identity.bsn").Digits);
    }

    [Fact]
    public void A_number_and_an_identity_print_their_kind_and_no_more()
    {
        var bsn = InDevelopment.Parse("123456782", "identity.bsn");
        var identity = Identity.Of(bsn, "Sanne Proef", new DateOnly(2014, 3, 9), new DateOnly(2026, 3, 2), "identity.birth_date");

        Assert.Equal("Bsn", bsn.ToString());
        Assert.Equal("Identity", identity.ToString());
    }
}
