using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Memory;

/// <summary>Requests on the decision memory that are right.</summary>
internal static class Recollections
{
    public static readonly Date Day = new() { Year = 2024, Month = 4, Day = 11 };

    public static RecordDocumentRequest Letter(string subject = "Regiovisie", string summary = "Planning van de besluitvorming.") => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Document = new()
        {
            RegionId = "JHRD",
            Subject = subject,
            Title = "Brief aan de colleges",
            Author = "Jeugdhulpregio Drenthe",
            Reference = "20240411.001",
            Date = Day,
            DatePrecision = DatePrecision.Day,
            ContentHash = Drenthe.Hash(Guid.NewGuid().ToString()),
            Link = "https://www.jeugdhulpregiodrenthe.nl/brief.pdf",
            Summary = summary,
        },
    };
}
