using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Disclosures;

/// <summary>From what others were told to its messages.</summary>
internal static class DisclosureMapping
{
    public static V1.CaseDisclosure ToProto(WrittenEntry entry, Disclosed given) => new()
    {
        Id = given.DisclosureId.ToString("D"),
        Recipient = given.Recipient.ToProto<V1.DisclosureRecipient>(),
        Ground = given.Ground.ToProto<V1.LegalGround>(),
        Parts = { given.Parts.Select(part => part.ToProto<V1.DisclosurePart>()) },
        Author = entry.By,
        CreateTime = entry.At.ToProto(),
    };

    public static V1.DisclosurePackage ToProto(this DisclosedPackage package) => new()
    {
        Children = { package.Children.Select(child => new V1.DisclosedChild { Pseudonym = child.Pseudonym.ToString("D"), Age = child.Age ?? 0, AgeGiven = child.Age is not null }) },
        Question = package.Question,
        Explanation = package.Explanation,
        Needs = package.Needs,
        Advice = package.Advice,
        CourtOrder = package.CourtOrderDate is { } day ? new() { Reference = package.CourtOrderReference, Date = day.ToProto() } : null,
    };
}
