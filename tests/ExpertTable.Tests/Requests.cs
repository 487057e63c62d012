using System.Globalization;
using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests that are right, for tests to send or to spoil.</summary>
internal static class Requests
{
    private static int s_numbers = 9999_0000;

    /// <summary>A number for tests that no other test has.</summary>
    public static string NewBsn()
    {
        while (true)
        {
            var eight = Interlocked.Increment(ref s_numbers).ToString(CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, 8).Sum(i => (9 - i) * (eight[i] - '0')) % 11;
            if (last < 10 && string.CompareOrdinal($"{eight}{last}", "999900006") >= 0)
                return $"{eight}{last}";
        }
    }

    public static RegisterCaseRequest Register(string municipality = "GM0106", string? bsn = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        MunicipalityId = municipality,
        Question = "Welke hulp past hier?",
        Identity = new Identity { Bsn = bsn ?? NewBsn(), Name = "Sanne Proef", BirthDate = new() { Year = 2014, Month = 3, Day = 9 } },
    };

    /// <summary>A child of so many years, for whom others may have to consent.</summary>
    public static RegisterCaseRequest RegisterAged(int years)
    {
        var request = Register();
        request.Identity.BirthDate = new() { Year = ExpertTableHost.Today.Year - years, Month = 1, Day = 1 };
        return request;
    }

    public static TriageCaseRequest Accept(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Accept = true };

    public static TriageCaseRequest Return(string id) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        CaseReturn = new CaseReturn { Receiver = "Lokaal team Assen", NextStep = "Gesprek met het gezin deze week" },
    };

    public static RecordAnalysisRequest Analysis(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Text = "De verklarende analyse." };

    public static ScheduleCaseRequest Schedule(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, SittingDate = ExpertTableHost.Today };

    public static GiveAdviceRequest Advice(string id) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Text = "Het advies.", Dissent = "Een lid ziet het anders." };

    public static DecideCaseRequest Decide(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, FollowAdvice = true };

    public static RequestPurchaseRequest Purchase(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, ProductId = "45A05" };
}
