using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Tests.Vault;

public sealed class AgeClassTests
{
    [Theory]
    [InlineData(2026, 3, 2, "0_to_3")]
    [InlineData(2022, 3, 3, "0_to_3")]
    [InlineData(2022, 3, 2, "4_to_11")]
    [InlineData(2014, 3, 3, "4_to_11")]
    [InlineData(2014, 3, 2, "12_to_17")]
    [InlineData(2008, 3, 3, "12_to_17")]
    [InlineData(2008, 3, 2, "18_and_over")]
    [InlineData(2003, 1, 1, "18_and_over")]
    public void A_child_changes_class_on_its_birthday(int year, int month, int day, string expected) =>
        Assert.Equal(expected, AgeClass.Of(new DateOnly(year, month, day), new DateOnly(2026, 3, 2)));

    [Fact]
    public void Who_is_born_on_the_29th_of_February_is_a_year_older_on_the_1st_of_March() =>
        Assert.Equal(("0_to_3", "4_to_11"), (AgeClass.Of(new DateOnly(2020, 2, 29), new DateOnly(2023, 3, 1)), AgeClass.Of(new DateOnly(2020, 2, 29), new DateOnly(2024, 2, 29))));
}
