// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.page.html.Html;
import java.time.Instant;

/** The form before everything else. */
final class SignInPage {
    private SignInPage() {}

    static Page empty(String next) {
        return page(200, next, Html.several());
    }

    /** The same form with what was wrong; for whoever was not admitted. */
    static Page again(String next, SignIn admission, Instant now) {
        if (admission instanceof SignIn.LockedOut locked) {
            Html message = message("Too many wrong passwords. You can try again ")
                    .has(Times.relative(locked.until(), now))
                    .says(", at ")
                    .has(Times.absolute(locked.until()))
                    .says(".");
            return page(429, next, message);
        }
        if (admission instanceof SignIn.Refused) {
            return page(403, next, message("Wrong password. Try again."));
        }
        return page(503, next, message("The server cannot verify passwords right now. Try again in a few seconds."));
    }

    /** For a form that another site has sent. */
    static Page foreign(String next) {
        return page(403, next, message("This form came from another site and was not used. Sign in here."));
    }

    private static Html message(String text) {
        return Html.of("p")
                .with("class", "alert bad")
                .with("role", "alert")
                .with("id", "problem")
                .says(text);
    }

    private static Page page(int status, String next, Html message) {
        Html field = Html.of("input")
                .with("type", "password")
                .with("id", "password")
                .with("name", "password")
                .with("autocomplete", "current-password")
                .with("required")
                .with("autofocus");
        if (status != 200) {
            field.with("aria-describedby", "problem").with("aria-invalid", "true");
        }
        Html form = Html.of("form")
                .with("method", "post")
                .with("action", "/sign-in")
                .with("class", "card narrow")
                .has(Html.of("h1").says("Sign in"), message, Frame.hidden("next", next))
                .has(Html.of("label").with("for", "password").says("Administrator's password"), field)
                .has(Html.of("button").with("type", "submit").says("Sign in"));
        return new Page(status, "Sign in", "", null, form);
    }
}
