using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>Makes the JW319 that answers a request (JW315 per product, JW317 as a whole) which is not granted, or not yet. A grant is a JW301.</summary>
public static class RequestAnswer
{
    /// <summary>Reason of rejection by the domicile principle (WJ759): another municipality pays, and is named.</summary>
    public const string Domicile = "8";

    /// <summary>The request is looked into; the final answer follows within eight weeks of its date, and this is said once at most (TR360).</summary>
    /// <param name="request">The JW315 or JW317.</param>
    /// <param name="reference">The provider's reference of the product, or of the change request.</param>
    /// <param name="stamp">Who answers adds this.</param>
    public static Jw319 UnderInvestigation(Message request, string reference, AnswerStamp stamp) =>
        Make(request, stamp, new Antwoord { ReferentieAanbieder = ReferenceIn(request, reference), VerzoekAntwoord = "2" });

    /// <summary>The request is rejected.</summary>
    /// <param name="request">The JW315 or JW317.</param>
    /// <param name="reference">The provider's reference of the product, or of the change request.</param>
    /// <param name="reason">Why, a code of WJ759.</param>
    /// <param name="stamp">Who answers adds this.</param>
    /// <param name="responsible">With <see cref="Domicile"/>, and only then: the CBS code of the municipality that is responsible.</param>
    /// <exception cref="ArgumentException">The request does not hold the reference, or reason and municipality do not belong together (TR377, TR409).</exception>
    public static Jw319 Rejected(Message request, string reference, string reason, AnswerStamp stamp, string? responsible = null)
    {
        if (reason == Domicile != responsible is not null)
            throw new ArgumentException("Another municipality is named with reason 8, and only then.", nameof(responsible));
        if (reason == Domicile && request is not Jw315)
            throw new ArgumentException("The domicile principle rejects requests for an assignment only.", nameof(reason));
        return Make(request, stamp, new Antwoord
        {
            ReferentieAanbieder = ReferenceIn(request, reference),
            VerzoekAntwoord = "1",
            RedenAfwijzingVerzoek = reason,
            Woonplaatsbeginsel = responsible is null ? null : new Woonplaatsbeginsel { Gemeente = responsible },
        });
    }

    private static Jw319 Make(Message request, AnswerStamp stamp, Antwoord answer) => new()
    {
        Header = Headers.Of<Header>(MessageKind.Jw319, request.Envelope.Ontvanger, request.Envelope.Afzender, stamp),
        Antwoord = answer,
    };

    private static Value<string> ReferenceIn(Message request, string reference)
    {
        var held = request switch
        {
            Jw315 asked => asked.Client.AangevraagdeProducten.Select(product => product.ReferentieAanbieder),
            Jw317 asked => [asked.Client.Verzoek.ReferentieAanbieder],
            _ => throw new ArgumentException($"A {request.GetType().Name} is not answered by a JW319.", nameof(request)),
        };
        return held.Any(each => each.Is(reference)) ? reference : throw new ArgumentException("The request does not hold the reference.", nameof(reference));
    }
}
