using Regio.Reporting.Importing;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Refused rows are counted exactly, however many they are, without keeping them.</summary>
public sealed class RowFaultsTests
{
    private const int Lines = 2_000_000;
    private const long MostBytes = 4_000_000;

    [Fact]
    public void A_line_counts_once_whatever_is_wrong_with_it_and_in_whatever_order_that_is_found()
    {
        var faults = new RowFaults();
        foreach (var line in new long[] { 2, 2, 64, 63, 130, 2, 64 })
            faults.Add(line, "waarde", ImportRules.RowDouble);

        Assert.Equal((4, 7), (faults.Count, faults.Total));
    }

    [Fact]
    public void A_file_in_which_every_line_is_wrong_takes_a_bit_for_each()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var faults = new RowFaults();
        for (var line = 2; line < Lines + 2; line++)
            faults.Add(line, "waarde", ImportRules.RowDouble);

        Assert.Equal(Lines, faults.Count);
        Assert.Equal(RowFaults.MostKept, faults.First.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }
}
